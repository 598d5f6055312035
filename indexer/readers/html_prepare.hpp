#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue::indexer {

/// Begins the comments that prepared_page() puts behind end tags; the element's name follows.
inline constexpr std::string_view end_tag_note = "morgue:end ";

/// A page made ready for the parser, which passes over an end tag in silence where an element
/// inside is still open: behind the end tags of elements that hide their text or are an article
/// stands a comment that says so, else an unclosed <div> in a menu would hide the whole page.
/// Nothing for a page with more than a thousand attributes on one tag: the parser compares each
/// of them with all others and would not come to an end.
std::optional<std::string> prepared_page(std::string_view page);

}  // namespace morgue::indexer
