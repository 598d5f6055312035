#pragma once

#include <optional>

#include <xapian.h>

#include <search/plan.hpp>

namespace morgue::search {

/// What all articles answer whose words stand so, by positions alone: it narrows what has to be
/// read where a PlaceJudge cannot tell. Nothing where that would leave out few.
std::optional<Xapian::Query> place_query(const Placed& placed, const Xapian::Database& all);

}  // namespace morgue::search
