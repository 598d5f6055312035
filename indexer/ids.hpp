#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include <morgue/article.hpp>

#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// The id that an article claims: of its own key, else its canonical URL, else where it stands.
ArticleId claimed_id(const Article& article, const Location& location);

/// As the catalog knows an article that is stored.
schema::CatalogArticle catalogued(const schema::StoredArticle& stored);

/// What it would claim by the other id that its sender has for it; nothing where there is none.
std::optional<ArticleId> other_claim(const Article& article);

/// The id of an article whose claimed id belongs to another.
ArticleId disputed_id(const ArticleId& claimed, const Location& location);

/// How many articles have another id than they claim.
std::size_t count_disputed(const schema::FileCatalog& catalog);

/// An article that has not the id that a fresh index would give it.
struct IdCorrection {
    schema::FileKey file;
    std::string member;
    ArticleId from;
    ArticleId to;
};

/// Of the files' articles that claim one id, the first in order of path and member has it, whenever
/// they came: an updated index equals a fresh one. `is_held` says which ids an article has that is
/// no file; it keeps them.
std::vector<IdCorrection> id_corrections(const schema::FileCatalog& catalog,
                                         const std::function<bool(const ArticleId&)>& is_held);

}  // namespace morgue::indexer
