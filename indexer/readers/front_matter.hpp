#pragma once

#include <optional>
#include <string_view>

#include <indexer/formats/text_article.hpp>

namespace morgue::indexer {

/// Reads YAML front matter: scalars and lists of scalars at the top level; what else stands there
/// is passed over. Nothing where there is none, and where it is malformed, has aliases, is nested
/// deeply or is larger than 64 KiB: the text is then the article's own.
std::optional<FrontMatter> read_front_matter(std::string_view text);

}  // namespace morgue::indexer
