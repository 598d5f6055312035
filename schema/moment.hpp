#pragma once

#include <optional>
#include <string_view>

#include <morgue/date.hpp>

namespace morgue::schema {

/// Reads 2019, 2019-03, 2019-03-04, 2019-03-04T05:06, 2019-03-04T05:06:07.089 and, of the last two,
/// also with Z or +01:00 behind. Nothing for what is no such text, and no such day (2019-02-29).
std::optional<Date> parse_moment(std::string_view iso);

int last_day_of_month(int year, int month);

}  // namespace morgue::schema
