#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue::indexer {

/// The date that a path states, ISO 8601, as precise as it is: 2019/03/04/x, 2019-03-04-x,
/// 2019_03_04, 20190304_x, 2019/03/x, 2019-03/x, 2019/x. The most precise counts, of several
/// the last. Years 1600 to 2100 only; no number in a file's name is a year or a month.
std::optional<std::string> date_from_path(std::string_view path);

/// The same of the path in a web address, where it is precise to the month or the day: a year in an
/// address may be what its article is about.
std::optional<std::string> date_from_url(std::string_view url);

}  // namespace morgue::indexer
