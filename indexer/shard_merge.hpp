#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include <schema/dead_list.hpp>
#include <schema/snapshot.hpp>

namespace morgue::indexer {

/// A shard to be merged, and what of it is dead.
struct MergePart {
    std::string path;
    std::vector<std::string> languages;
    std::vector<Xapian::docid> dead;  ///< ascending
};

/// Makes one shard of several, without their dead documents; the others keep their order. `path`
/// is the folder to make. False, and no folder, when asked to stop before it was done.
/// Throws base::FileError, and Error(index_corrupt) for a shard that is not as it was written.
bool merge_shards(const std::string& path, const std::vector<MergePart>& parts,
                  const std::stop_token& stop);

}  // namespace morgue::indexer
