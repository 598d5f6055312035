#pragma once

#include <optional>

#include <morgue/explanation.hpp>
#include <morgue/searcher.hpp>

#include <schema/snapshot.hpp>

namespace morgue::search {

/// What Searcher::explain is asked for.
struct Explaining {
    const SearchOptions& options;
    const std::optional<ArticleId>& of;
};

/// Searcher::explain. Call behind schema::guarded().
Explanation explain(const Query& query, const schema::Snapshot& snapshot, const Explaining& wanted);

}  // namespace morgue::search
