#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <indexer/source/walk.hpp>
#include <indexer/targets.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// What a scan found of one target.
struct Scan {
    Target target;
    bool missing = false;  ///< the folder or file is not there at all
    WalkResult found;
};

/// A file to open.
struct FileToRead {
    schema::FileKey key;
    std::string path;  ///< absolute
};

struct RenamedFile {
    schema::FileKey from;
    schema::FileKey to;
};

/// What a run has to do, told from the scan and the catalog alone.
struct FilePlan {
    std::vector<FileToRead> to_read;
    std::vector<RenamedFile> renamed;
    std::vector<schema::FileKey> vanished;  ///< known to give articles, and not found
    std::size_t unchanged = 0;              ///< articles of files that need not be opened
};

/// Compares one scan with the catalog, adding to the plan. Entries of files that gave no article
/// and are gone leave the catalog.
void plan_files(const Scan& scan, schema::FileCatalog& catalog, FilePlan& plan);

/// Pairs vanished files with new ones of the same inode, size and time, read by the same reader.
void find_renames(const std::vector<Scan>& scans, const schema::FileCatalog& catalog,
                  FilePlan& plan);

}  // namespace morgue::indexer
