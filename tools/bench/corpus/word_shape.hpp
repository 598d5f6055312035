#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tools/bench/corpus/random.hpp>

namespace morgue::bench {

/// Words that sound English and are made up, with English inflections, so that stemming matters.

/// Small letters; `syllables` is 1 or more.
std::string coin_word(Random& random, std::size_t syllables);
/// With a capital; a few have a letter with an accent.
std::string coin_name(Random& random, std::size_t syllables);

std::string plural_of(std::string_view noun);  ///< also a verb's third person
std::string past_of(std::string_view verb);
std::string participle_of(std::string_view verb);
std::string adverb_of(std::string_view adjective);

/// A first letter of ASCII made a capital.
void capitalize(std::string& text, std::size_t at = 0);

}  // namespace morgue::bench
