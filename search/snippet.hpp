#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <morgue/snippet.hpp>

#include <search/matcher.hpp>

namespace morgue::search {

struct SnippetOptions {
    std::size_t count = 1;
    std::size_t width = 240;  ///< bytes a passage, about
};

/// The passages of a body that hold the most different leaves, then the most spans, then come
/// first; in the order of the text, disjoint. Where nothing is lit, the body's opening. Its work
/// is that of sorting the spans, however long the text.
std::vector<Snippet> make_snippets(std::string_view body, const Match& match,
                                   const SnippetOptions& options);

}  // namespace morgue::search
