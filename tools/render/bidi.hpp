#pragma once

#include <string_view>

namespace morgue::tools {

enum class Direction { left_to_right, right_to_left };

/// Whether the text has characters of a script written from right to left.
bool has_right_to_left(std::string_view text);

/// That of the text's first character that has one; left to right where none has.
Direction direction_of(std::string_view text);

/// That of most of the text's characters that have one; left to right where as many have each.
Direction prevailing_direction(std::string_view text);

/// What opens an isolate (UAX #9) around `part` of a text of this direction, so that neither
/// reorders what stands beside it: FSI where the part itself tells the direction, else LRI or RLI.
std::string_view isolate_of(Direction direction, std::string_view part);

/// PDI, which closes any of them.
inline constexpr std::string_view end_of_isolate = "\u2069";

}  // namespace morgue::tools
