#pragma once

#include <string>
#include <string_view>

namespace morgue::indexer {

/// Old pages write ’ as &#146;, its number in windows-1252; as Unicode that is a control
/// character. Gives such text (valid UTF-8) the characters that were meant, as browsers do.
std::string without_western_controls(std::string_view text);

}  // namespace morgue::indexer
