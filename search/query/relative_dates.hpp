#pragma once

#include <optional>
#include <string_view>

#include <search/query/tree.hpp>

namespace morgue::query {

/// The day that it is here.
schema::CalendarDate today();

/// The days that a text means as seen from a day: today, yesterday, "this week", "last month" (the
/// calendar's one before), "last 30 days" and 30d (with this day as the last); weeks begin on
/// Mondays.
std::optional<DateRange> relative_days(std::string_view text, const schema::CalendarDate& from);

}  // namespace morgue::query
