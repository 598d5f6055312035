#pragma once

#include <string_view>

#include <morgue/article.hpp>

namespace morgue::indexer {

/// States what a script of schema.org data says of the article that it describes: the first
/// object of an Article type. False, and nothing stated, where there is none or the script is
/// malformed or deeply nested. `title` is the page's, which tells a headline from a description.
bool state_json_ld(std::string_view script, std::string_view title, Article& article);

}  // namespace morgue::indexer
