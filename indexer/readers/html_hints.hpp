#pragma once

#include <indexer/readers/html_attributes.hpp>
#include <indexer/readers/html_tree.hpp>

namespace morgue::indexer {

/// What the attributes of an element tell: those that hide it, its role, and the words that
/// authors of pages name the parts of an article by, and what stands around it.
HtmlHints read_hints(Tag tag, const HtmlAttributes& attributes);

}  // namespace morgue::indexer
