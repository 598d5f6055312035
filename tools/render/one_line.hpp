#pragma once

#include <string>
#include <string_view>

namespace morgue::tools {

/// Every run of white space, line ends included, as one space.
std::string squeezed(std::string_view text);

/// The same without spaces at the ends: a text for one cell or one line.
std::string on_one_line(std::string_view text);

}  // namespace morgue::tools
