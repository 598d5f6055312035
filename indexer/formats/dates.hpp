#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue::indexer {

/// A date as people and programs write it, in the form of Field::date: ISO 8601 with or without
/// time and zone, 20190304, RFC 2822, "March 4, 2019", "4. März 2019", "2019年3月4日",
/// "04.03.2019". The whole text must be the date. Nothing where it is no such text, where there
/// is no such day, where day and month might be exchanged (03/04/2019), and outside the years 1000
/// to 2100, which are programs' words for "no date" and "never".
std::optional<std::string> written_date(std::string_view text);

}  // namespace morgue::indexer
