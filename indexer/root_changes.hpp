#pragma once

#include <functional>
#include <string>
#include <vector>

#include <morgue/ingest.hpp>

#include <indexer/file_plan.hpp>
#include <indexer/targets.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// What a catalog holds of roots that it does not list any more: forgetting was interrupted.
std::vector<schema::FileKey> files_of_no_root(const schema::FileCatalog& catalog);

/// Files that were named one by one, and now lie in a whole root: that is where they belong.
std::vector<RenamedFile> files_to_rehome(const std::string& index_dir,
                                         const schema::FileCatalog& catalog);
/// Takes roots of named files out of the catalog that hold none any more.
void drop_empty_roots(schema::FileCatalog& catalog);

/// Notes in the catalog what the options say of language, links and names of fields of the targets.
/// What was read in another language, or by other names, is to be read again, however it looks.
void note_settings(const std::vector<Target>& targets, const IngestOptions& options,
                   schema::FileCatalog& catalog);

}  // namespace morgue::indexer
