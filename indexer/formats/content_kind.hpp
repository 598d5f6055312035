#pragma once

#include <string_view>

namespace morgue::indexer {

/// What the first bytes of a text without a telling name show.
enum class ContentKind { html, sgml, xml, json, markdown, text };

/// By the first mark that is no white space: a tag, a bracket, the --- of front matter.
ContentKind kind_of_content(std::string_view bytes);

}  // namespace morgue::indexer
