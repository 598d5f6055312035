#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <morgue/article.hpp>

namespace morgue::indexer {

/// A headline and where it stands.
struct Headline {
    std::string_view title;
    std::size_t begin = 0;  ///< of its line
    std::size_t after = 0;  ///< where the text under it begins, or the text's end
};

/// Finds the headline of a text: a first line of up to 300 bytes with an empty line, a ruled line
/// or a head-block line under it, or "# Heading" where the text is Markdown. Before it may stand
/// lines of one fact each (an address, a date, "Source: …"), which are stated in the article;
/// under such an address or date the next line is the headline whatever follows it. Nothing for
/// a text that begins at once: a line of several sentences with a full stop is its first paragraph.
std::optional<Headline> find_headline(std::string_view text, bool markdown, Article& article);

}  // namespace morgue::indexer
