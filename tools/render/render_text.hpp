#pragma once

#include <string>

#include <morgue/searcher.hpp>

#include <tools/paths.hpp>
#include <tools/render/looks.hpp>

namespace morgue::tools {

/// A result for people: rank and headline, where and when it appeared, file, passages.
std::string hit_as_text(const Hit& hit, const Paths& paths, const Looks& looks);

/// A whole article for people: headline, every metadatum with where it came from, body.
std::string article_as_text(const IndexedArticle& found, const Highlights& highlights,
                            const Paths& paths, const Looks& looks);

}  // namespace morgue::tools
