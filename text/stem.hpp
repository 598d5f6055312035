#pragma once

#include <string>
#include <string_view>

#include <text/language.hpp>

namespace morgue::text {

/// The stem of a folded word by the Snowball stemmer of a language of the table. Thread-safe.
std::string stem(const Language& language, std::string_view folded_word);

/// The stem that a folded word is found by: that of the stemmer, but short words are their own.
std::string stem_form(const Language& language, std::string_view folded_word);

}  // namespace morgue::text
