#pragma once

#include <string_view>

#include <text/language.hpp>

namespace morgue::text {

/// Whether the folded word does a sentence's work and says nothing of what it is about: an article,
/// a pronoun, a preposition, an auxiliary, a question word. Such words are indexed, found and lit
/// like all others; only the ranking makes little of them. No word of a language without a list is.
bool is_function_word(std::string_view folded, const Language& language);

}  // namespace morgue::text
