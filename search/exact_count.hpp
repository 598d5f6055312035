#pragma once

#include <morgue/searcher.hpp>

#include <schema/snapshot.hpp>
#include <search/plan.hpp>

namespace morgue::search {

/// Searcher::count in one match, but for the notes and the refusal. Call behind guarded().
Count count_with_dates(const Plan& plan, const schema::Snapshot& snapshot);

/// Searcher::tally, but for the notes and the refusal.
Tally tally(const Plan& plan, const schema::Snapshot& snapshot, By by);

}  // namespace morgue::search
