#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace morgue {

/// Half open: [begin, end), always in bytes of UTF-8.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// A passage of an article that shows why it matched. Text and ranges; renderers paint them.
struct Snippet {
    std::string text;                   ///< a whole number of words of the article, as stored
    std::vector<ByteRange> highlights;  ///< in text, ascending, disjoint; a phrase is one range
    ByteRange in_article;               ///< where text stands in the body
    bool ends_article = false;          ///< only white space follows in the body
};

/// The runs of words in an article that satisfy a query: ascending, disjoint.
struct Highlights {
    std::vector<ByteRange> title;
    std::vector<ByteRange> body;

    friend bool operator==(const Highlights&, const Highlights&) = default;
};

}  // namespace morgue
