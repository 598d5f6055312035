#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// What has to change for the index to have of each item of a wire its newest version, and none of
/// one that its sender took back, in whichever files and order the versions came.
struct VersionChanges {
    /// Articles that are superseded, by file and claimed id.
    std::vector<std::pair<schema::FileKey, ArticleId>> leave_out;
    /// Files with the newest version that is left of an item, to be read for it.
    std::vector<schema::FileKey> read;
};

/// Files with the same version are articles with one id, and all stay.
VersionChanges version_changes(const schema::FileCatalog& catalog);

struct VersionCounts {
    std::size_t superseded = 0;
    std::size_t withdrawn = 0;
};

/// Versions that files have and the index has not.
VersionCounts count_versions(const schema::FileCatalog& catalog);

}  // namespace morgue::indexer
