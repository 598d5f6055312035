#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue::indexer {

/// A date as people and programs write it, in the form of Field::date: ISO 8601 with or without
/// time and zone, 20190304, RFC 2822, "March 4, 2019", "4. März 2019", "2019年3月4日",
/// "04.03.2019". The whole text must be the date. Nothing where it is no such text, where there
/// is no such day, and where day and month might be exchanged (03/04/2019). A time is kept only
/// where it is whole and its zone is a number, UTC or left out.
std::optional<std::string> written_date(std::string_view text);

}  // namespace morgue::indexer
