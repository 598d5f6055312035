#pragma once

#include <string_view>
#include <variant>

#include <search/query/field_name.hpp>
#include <search/query/messages.hpp>
#include <search/query/tree.hpp>

namespace morgue::query {

/// What stands after date:, after: or before: as days: 2019, 2019-03, 2019-03-04, none, and
/// ranges a..b, a.., ..b of them, and what is >, >=, < or <= one; behind a ~ inferred dates are
/// meant, too.
std::variant<DateRange, Undated, Complaint> read_date(const FieldName& name,
                                                      std::string_view value);

/// The days that an ISO date may mean.
std::variant<DateRange, Complaint> read_days(std::string_view iso);

/// The range as after the colon of date:, as short as it can be: 2019-03, 2019-03-04.., …
std::string written(const DateRange& range);

}  // namespace morgue::query
