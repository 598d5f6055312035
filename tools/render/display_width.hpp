#pragma once

#include <cstddef>
#include <string_view>

namespace morgue::tools {

/// Columns that the text takes on a terminal, by grapheme clusters: two for wide East Asian
/// characters and for emoji whatever they are made of, none for marks upon another character,
/// eight, the most there can be, for a tab. The text is printable() already.
std::size_t display_width(std::string_view text);

/// Columns of one grapheme cluster.
std::size_t cluster_width(std::string_view cluster);

/// Characters (code points) in the text; a malformed byte counts as one.
std::size_t count_characters(std::string_view text);

}  // namespace morgue::tools
