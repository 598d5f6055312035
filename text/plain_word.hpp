#pragma once

#include <cstddef>

namespace morgue::text {

/// A word that is nothing but ASCII letters and digits, fewer than 64, and stands alone behind
/// another: most words. One that starts a sentence has small letters.
struct PlainWord {
    std::size_t begin = 0;  ///< byte offset in the text
    std::size_t end = 0;
    bool capitals = false;  ///< has some
    bool starts_sentence = false;
    bool starts_paragraph = false;
};

}  // namespace morgue::text
