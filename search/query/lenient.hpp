#pragma once

#include <string_view>
#include <variant>

#include <search/query/parser.hpp>

namespace morgue::query {

/// Reads the text as parse() does; where that fails for a parenthesis or quote that is not closed
/// or an operator that has nothing beside it, it is read as if that were mended, with a note.
std::variant<Parsed, QueryError> parse_leniently(std::string_view text);

}  // namespace morgue::query
