#pragma once

#include <string>
#include <vector>

#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// A part of a root that a run brings up to date.
struct Target {
    std::string root;       ///< the root's name in the index
    std::string root_path;  ///< where it is, absolute
    std::string start;      ///< the folder or file below it; empty for the whole root

    schema::FileKey key() const { return {root, start}; }

    friend bool operator==(const Target&, const Target&) = default;
};

/// What the paths given mean. A file belongs to the innermost root that holds it, so a root below
/// a path is a target of its own. Paths outside all known roots become new roots.
/// Throws Error(bad_argument) for a path that does not exist and is below no known root.
std::vector<Target> resolve_targets(const std::string& index_dir,
                                    const std::vector<std::string>& known_roots,
                                    const std::vector<std::string>& paths);

}  // namespace morgue::indexer
