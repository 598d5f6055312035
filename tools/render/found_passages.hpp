#pragma once

#include <vector>

#include <morgue/searcher.hpp>

namespace morgue::tools {

/// The passages of one article that answer a question.
struct FoundPassages {
    const IndexedArticle& found;  ///< whole
    std::vector<ByteRange> title_highlights;
    std::vector<Snippet> passages;
};

}  // namespace morgue::tools
