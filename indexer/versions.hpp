#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// An article that is to go: there is a newer version of its item, or it was taken back.
struct Superseded {
    schema::FileKey file;
    ArticleId claimed;
    /// A file whose newer version takes this one's place, and no other's.
    std::optional<schema::FileKey> by;
};

/// What has to change for the index to have of each item of a wire its newest version, and none of
/// one that its sender took back, in whichever files and order the versions came.
struct VersionChanges {
    std::vector<Superseded> leave_out;
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
