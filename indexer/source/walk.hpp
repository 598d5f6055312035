#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include <morgue/ingest.hpp>

namespace morgue::indexer {

/// A regular file as the scan saw it; it has not been opened.
struct FoundFile {
    std::string path;  ///< relative to the root, with '/'
    std::uint64_t size = 0;
    std::int64_t mtime_ns = 0;
    std::uint64_t inode = 0;
};

struct WalkResult {
    std::vector<FoundFile> files;  ///< in byte order of their paths
    std::vector<Skip> skipped;     ///< folders that could not be listed, FIFOs, devices; relative
    bool complete = true;          ///< every folder was listed to its end
};

/// Scans the tree at `root` below `start` (relative to it; empty for all of it). Hidden names are
/// passed over, links are not followed, nothing is opened but folders. `enter` says which folders
/// (relative paths) to descend into.
WalkResult walk(const std::string& root, const std::string& start,
                const std::function<bool(const std::string&)>& enter, std::stop_token stop);

}  // namespace morgue::indexer
