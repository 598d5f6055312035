#pragma once

#include <search/plan.hpp>
#include <search/planning.hpp>
#include <search/query/tree.hpp>

namespace morgue::search {

/// The terms of a field's value, or of all values with this beginning.
Facts plan_value(Planning& planning, const query::Node& node, const query::Value& value);

/// The terms of the format, name or address of a file, or of all that begin so.
Facts plan_known(Planning& planning, const query::Node& node, const query::Known& known);

/// The terms of all articles that nearly repeat one with such an id, and of that one. Refuses
/// digits that begin the ids of several articles.
Facts plan_alike(Planning& planning, const query::Node& node, const query::Alike& alike);

/// The fewest year, month and day terms that together stand for the days of the range. An article
/// dated less precisely has no day term, and answers only where all its days are inside.
Facts plan_dates(const Planning& planning, const query::DateRange& range);

}  // namespace morgue::search
