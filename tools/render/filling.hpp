#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue::tools {

/// Our own prose in lines of at most `width` columns, broken at spaces alone, so that what is to be
/// typed stays whole; the first line stands behind `lead`, the others behind as many spaces.
/// Without a line end at the end.
std::string filled(std::string_view text, std::size_t width, std::string_view lead = "");

}  // namespace morgue::tools
