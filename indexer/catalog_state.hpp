#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <morgue/query.hpp>

#include <indexer/store.hpp>
#include <schema/file_catalog.hpp>
#include <schema/snapshot.hpp>

namespace morgue::indexer {

/// Who only looks at a catalog keeps all that it notes in memory.
enum class CatalogUse { look, change };

/// A published state, as far as a catalog has to fit it.
struct PublishedArticles {
    std::string dir;
    std::uint64_t generation = 0;
    /// Calls its argument with each article.
    std::function<void(const std::function<void(const schema::StoredArticle&)>&)> for_each;
};

/// The catalog that fits the published state: as it is stored, or made anew from the articles when
/// it was lost or is behind. A note tells of what is lost with it.
schema::FileCatalog load_catalog(const PublishedArticles& published, CatalogUse use,
                                 std::vector<Note>& notes);
schema::FileCatalog load_catalog(const std::string& dir, const schema::Snapshot& published,
                                 CatalogUse use, std::vector<Note>& notes);

/// Publishes by `change`, which changes no file: a catalog that fitted what was published fits
/// what is.
void keep_catalog(const Store& store, const std::function<void()>& change);

}  // namespace morgue::indexer
