#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include <morgue/searcher.hpp>

namespace morgue::tools {

/// Which text of an article a keyword stands in.
enum class Part { headline, body };

/// "title" or "body", as records name it.
std::string_view to_string(Part part) noexcept;

/// One run of lit words: a line of a concordance.
struct Occurrence {
    const IndexedArticle& found;
    Part part;
    std::string_view text;  ///< of the part
    ByteRange lit;
};

/// A keyword in its context; bytes of the article as they are.
struct Context {
    std::string_view left;
    std::string_view match;
    std::string_view right;
};

/// At most so many characters (code points) on each side, whole words as far as there are spaces.
Context context_of(const Occurrence& occurrence, std::size_t characters);

/// Calls `fn` for every occurrence in a hit that came whole: headline first, then by place. False
/// stops, and is returned.
bool for_each_occurrence(const Hit& hit, const std::function<bool(const Occurrence&)>& fn);

}  // namespace morgue::tools
