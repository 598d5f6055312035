#pragma once

#include <string>

#include <morgue/searcher.hpp>

#include <tools/paths.hpp>
#include <tools/render/found_passages.hpp>
#include <tools/render/looks.hpp>

namespace morgue::tools {

/// A result for people: rank and headline, where and when it appeared, file, passages.
std::string hit_as_text(const Hit& hit, const Paths& paths, const Looks& looks);

/// A whole article for people: headline, every metadatum with where it came from, body.
std::string article_as_text(const IndexedArticle& found, const Highlights& highlights,
                            const Paths& paths, const Looks& looks);

/// All that is known of an article and where it came from, without its text.
std::string metadata_as_text(const IndexedArticle& found, const Paths& paths, const Looks& looks);

/// The passages of an article that answer a question, below what the article is and where that is
/// known from.
std::string passages_as_text(const FoundPassages& passages, const Paths& paths, const Looks& looks);

}  // namespace morgue::tools
