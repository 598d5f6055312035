#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <indexer/formats/reader.hpp>
#include <schema/catalog_entry.hpp>

namespace morgue::indexer {

/// Notes why a file, or parts of it, gave no article, and what is wrong with them: of the parts the
/// first thousand one by one, and how many more there are. Gives how many of these were not skipped
/// so before.
std::size_t note_unread(schema::CatalogEntry& entry, std::vector<Unread> unread,
                        const std::optional<schema::CatalogEntry>& before);

}  // namespace morgue::indexer
