#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <indexer/scan.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// A file to open.
struct FileToRead {
    schema::FileKey key;
    std::string path;         ///< absolute
    std::uint64_t size = 0;   ///< as the scan saw it
    bool is_link = false;     ///< the path is a link that is followed
    bool looks_same = false;  ///< as at the last run; only its content can tell
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
    std::size_t unchanged_files = 0;        ///< that gave these articles
};

/// Whether what a file gave before may be there again at the next run.
bool may_come_back(SkipReason reason);

/// Whether a file that was opened would give the same articles as it did.
bool has_same_content(const schema::CatalogEntry& entry, const schema::FileState& state);

/// Compares one scan with the catalog, adding to the plan. Entries of files that gave no article
/// and are gone leave the catalog.
void plan_files(const Scan& scan, schema::FileCatalog& catalog, FilePlan& plan);

/// Pairs vanished files with new ones of the same inode, size and time, read by the same reader.
void find_renames(const std::vector<Scan>& scans, const schema::FileCatalog& catalog,
                  FilePlan& plan);

}  // namespace morgue::indexer
