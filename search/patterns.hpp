#pragma once

#include <search/plan.hpp>
#include <search/planning.hpp>
#include <search/query/tree.hpp>

namespace morgue::search {

/// The words of the index that a pattern stands for, at one position. `node` is its leaf.
Words plan_pattern(Planning& planning, const query::Node& node, const query::Pattern& pattern);

}  // namespace morgue::search
