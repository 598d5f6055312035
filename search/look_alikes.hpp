#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <morgue/fields.hpp>

#include <schema/snapshot.hpp>

namespace morgue::search {

/// A word or value of the index, without its term's prefix.
struct LookAlike {
    std::string text;
    std::size_t articles = 0;  ///< live ones
};

/// So many are given for each word, at most.
inline constexpr std::size_t max_look_alikes = 5;

/// For each of the words (folded, of one field or, without one, of titles and bodies) those of the
/// index that look alike, most frequent first. One walk over the words of the index for all.
std::vector<std::vector<LookAlike>> words_like(const schema::Snapshot& snapshot,
                                               std::optional<Field> field,
                                               const std::vector<std::string>& words);

/// Values of the field that look like this one (folded): they or a word of them are spelled nearly
/// so, or it is a word of them or they of it, or short for them as "nyt" is for "new york times";
/// most frequent first.
std::vector<LookAlike> values_like(const schema::Snapshot& snapshot, Field field,
                                   std::string_view value);

}  // namespace morgue::search
