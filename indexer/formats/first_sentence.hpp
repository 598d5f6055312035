#pragma once

#include <string>
#include <string_view>

namespace morgue::indexer {

/// The first sentence of a text on one line, to stand for the title that it has not: cut at a
/// word with "…" where it is longer than about 100 characters. `text` is valid UTF-8.
std::string first_sentence(std::string_view text);

}  // namespace morgue::indexer
