#pragma once

#include <cstddef>
#include <string_view>

namespace morgue::tools {

/// Columns that the text takes on a terminal: two for wide East Asian characters, none for
/// combining marks. The text is printable() already.
std::size_t display_width(std::string_view text);

/// Characters (code points) in the text; a malformed byte counts as one.
std::size_t count_characters(std::string_view text);

}  // namespace morgue::tools
