#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <morgue/snippet.hpp>

namespace morgue::tools {

/// Columns that the lines of a text may take.
struct Room {
    std::size_t first = 0;  ///< the first line
    std::size_t rest = 0;   ///< those below

    static constexpr std::size_t endless = static_cast<std::size_t>(-1);
};

/// Cuts a printable() text into lines, by Unicode's rules of line breaking, which know scripts
/// without spaces. Line ends in the text begin a new line. A word wider than a whole line is cut
/// between characters. Spaces at the end of a line are left out of the ranges, where lines end at
/// all.
std::vector<ByteRange> wrapped_lines(std::string_view text, const Room& room);

}  // namespace morgue::tools
