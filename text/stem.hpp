#pragma once

#include <string>
#include <string_view>

#include <text/language.hpp>

namespace morgue::text {

/// The stem of a folded word by the Snowball stemmer of a language of the table. Thread-safe.
std::string stem(const Language& language, std::string_view folded_word);

}  // namespace morgue::text
