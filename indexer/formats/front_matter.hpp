#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <morgue/article.hpp>

namespace morgue::indexer {

/// What stands between two --- lines at the head of a text; empty lines may stand before it.
struct FrontMatter {
    Article facts;        ///< metadata and key; no body
    std::string summary;  ///< the article's short account; may be empty
    std::size_t end = 0;  ///< where the text goes on
};

/// Reads YAML front matter: scalars and lists of scalars at the top level; what else stands there
/// is passed over. Nothing where there is none, and where it is malformed, has aliases, is nested
/// deeply or is larger than 64 KiB: the text is then the article's own.
std::optional<FrontMatter> read_front_matter(std::string_view text);

}  // namespace morgue::indexer
