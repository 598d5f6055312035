#pragma once

#include <string>

#include <morgue/article.hpp>

#include <text/language.hpp>

namespace morgue::indexer {

/// The language whose rules the article's words follow: its own, else `fallback` where its script
/// is Latin, else the one that its script decides, else none.
const text::Language* analysis_language(const Article& article, const std::string& fallback);

}  // namespace morgue::indexer
