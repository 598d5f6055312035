#pragma once

#include <string>
#include <vector>

#include <morgue/ingest.hpp>

#include <schema/catalog_cursor.hpp>

namespace morgue::schema {

/// What files give no article, and parts of files.
struct NoArticles {
    std::vector<Skip>& skipped;
    PassedParts& passed;
};

/// Adds what the file at the cursor tells of that: of its parts, or itself.
void tell_skips(const CatalogCursor& at, const std::string& root_path, NoArticles into);

}  // namespace morgue::schema
