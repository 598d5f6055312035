#pragma once

#include <string>
#include <string_view>

#include <text/spelling.hpp>

namespace morgue::search {

/// A word as it is compared where capitals and accents count: one spelling for canonically equal
/// texts and for all apostrophes.
inline std::string exact_word(std::string_view written) {
    std::string word;
    text::append_with_straight_apostrophes(word, text::exact_form(written));
    return word;
}

/// Whether a word of a text, of which `'s` and `l'` may be left out, is the word asked for.
inline bool is_exact_word(std::string_view written, std::string_view asked) {
    const std::string word = exact_word(written);
    if (const auto elided = text::split_elision(word); elided && elided->rest == asked) return true;
    return word == asked || text::without_possessive(word) == asked;
}

}  // namespace morgue::search
