#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue::indexer {

/// Old pages write ’ as &#146;, its number in windows-1252; as Unicode that is a control
/// character. Gives such text (valid UTF-8) the characters that were meant, as browsers do.
std::string without_western_controls(std::string_view text);

/// The number of a character (UTF-8) among 0x80 to 0x9F of windows-1252; nothing for what is none
/// of these.
std::optional<unsigned char> western_number(std::string_view character) noexcept;

}  // namespace morgue::indexer
