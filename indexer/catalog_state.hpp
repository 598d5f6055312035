#pragma once

#include <string>
#include <vector>

#include <morgue/query.hpp>

#include <schema/file_catalog.hpp>
#include <schema/snapshot.hpp>

namespace morgue::indexer {

/// Who only looks at a catalog keeps all that it notes in memory.
enum class CatalogUse { look, change };

/// The catalog that fits the published state: as it is stored, or made anew from the articles when
/// it was lost or is behind. A note tells of what is lost with it.
schema::FileCatalog load_catalog(const std::string& dir, const schema::Snapshot& published,
                                 CatalogUse use, std::vector<Note>& notes);

}  // namespace morgue::indexer
