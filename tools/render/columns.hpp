#pragma once

#include <cstddef>
#include <string_view>

namespace morgue::tools {

// Parts of a printable() text that fit so many columns of a terminal: no character is cut, and no
// word that ends soon.

/// The end of the text.
std::string_view last_columns(std::string_view text, std::size_t columns);
/// The beginning of the text.
std::string_view first_columns(std::string_view text, std::size_t columns);

}  // namespace morgue::tools
