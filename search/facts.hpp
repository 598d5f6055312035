#pragma once

#include <search/plan.hpp>
#include <search/planning.hpp>
#include <search/query/tree.hpp>

namespace morgue::search {

/// The terms of a field's value, or of all values with this beginning.
Facts plan_value(Planning& planning, const query::Node& node, const query::Value& value);

/// The fewest year, month and day terms that together stand for the days of the range. An article
/// dated less precisely has no day term, and answers only where all its days are inside.
Facts plan_dates(const Planning& planning, const query::DateRange& range);

}  // namespace morgue::search
