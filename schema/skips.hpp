#pragma once

#include <string>
#include <vector>

#include <morgue/ingest.hpp>

#include <schema/catalog_cursor.hpp>

namespace morgue::schema {

/// Adds what the file at the cursor tells of skips: its parts, or the file itself.
void tell_skips(const CatalogCursor& at, const std::string& root_path, std::vector<Skip>& skips);

}  // namespace morgue::schema
