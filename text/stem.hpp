#pragma once

#include <string_view>

#include <text/language.hpp>

namespace morgue::text {

/// The stem of a folded word by the Snowball stemmer of a language of the table. Each thread has
/// stemmers and a cache of its own; the view is valid until the thread's next call.
std::string_view stem(const Language& language, std::string_view folded_word);

}  // namespace morgue::text
