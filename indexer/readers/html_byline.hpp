#pragma once

#include <cstdint>
#include <string>

#include <indexer/readers/html_tree.hpp>

namespace morgue::indexer {

/// Who a page says, where it shows it, that its article is by.
struct ShownByline {
    std::uint32_t node = 0;  ///< that says so and nothing else; 0 for none
    std::string names;
};

/// The first element that is marked or named as the author's and holds a short text.
ShownByline shown_byline(const HtmlTree& tree);

}  // namespace morgue::indexer
