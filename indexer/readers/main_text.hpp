#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <indexer/readers/html_tree.hpp>

namespace morgue::indexer {

/// What is known of the article apart from its text, and so left out of that.
struct KnownParts {
    std::string_view title;
    std::uint32_t byline = 0;  ///< the node that gives it; 0 for none
};

/// The text of the article that a page shows, without what surrounds and interrupts it and without
/// the headings that repeat its title: blocks on lines of their own. Where no article stands out,
/// all that is seen.
std::string main_text(const HtmlTree& tree, const KnownParts& known);

}  // namespace morgue::indexer
