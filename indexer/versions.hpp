#pragma once

#include <cstddef>
#include <functional>
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

/// Of which file the index has an article of this id; nothing for none.
using HolderOf = std::function<std::optional<schema::FileKey>(const ArticleId&)>;

/// Files with the same version are articles with one id, and all stay; so do articles without a
/// number, until their item is taken back.
VersionChanges version_changes(const schema::FileCatalog& catalog, const HolderOf& holder_of);

struct VersionCounts {
    std::size_t superseded = 0;
    std::size_t withdrawn = 0;
};

/// Versions that files have and the index has not.
VersionCounts count_versions(const schema::FileCatalog& catalog);

}  // namespace morgue::indexer
