#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue::search {

/// The characters of a text; malformed bytes count as one each.
std::u32string characters_of(std::string_view text);

/// How many characters have to be added, dropped, changed or swapped with their neighbour to make
/// the one text of the other, or `most` + 1 where that takes more than `most`. A swapped pair is
/// not changed again.
std::size_t edit_distance(std::u32string_view left, std::u32string_view right, std::size_t most);

/// How far a word of so many characters may be from another and still look like it: the shorter
/// it is, the more words are near by chance.
std::size_t most_edits(std::size_t characters) noexcept;

}  // namespace morgue::search
