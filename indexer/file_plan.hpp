#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <base/file.hpp>
#include <indexer/scan.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

struct IssuePages;

/// A file to open.
struct FileToRead {
    const Target* target = nullptr;  ///< it belongs to the Scan
    FoundFile found;
    bool is_known = false;    ///< the catalog has an entry for it
    bool looks_same = false;  ///< as at the last run; only its content can tell
    /// That it may be a page of an issue, or an issue that has pages, is settled: it is read by
    /// itself, or with these.
    bool is_settled = false;
    const IssuePages* pages = nullptr;

    schema::FileKey key() const { return {target->root, std::string(found.path)}; }
    /// Absolute.
    std::string path() const { return base::join(target->root_path, found.path); }
};

/// What is read with an issue of a newspaper.
struct IssuePages {
    std::vector<FileToRead> files;
    std::string read_with = {};  ///< the issue that has its pages, where another one has them
};

struct RenamedFile {
    schema::FileKey from;
    schema::FileKey to;
};

/// What a run has to do, told from the scan and the catalog alone. Of the many files that are as
/// they were, nothing is kept.
struct FilePlan {
    std::vector<FileToRead> to_read;
    std::vector<RenamedFile> renamed;
    std::vector<schema::FileKey> vanished;       ///< known to give articles, and not found
    std::size_t unchanged = 0;                   ///< articles of files that need not be opened
    std::size_t unchanged_files = 0;             ///< that gave these articles
    std::size_t newly_skipped = 0;               ///< by the scan, and not so at the last run
    std::vector<schema::FileKey> gone_issues;    ///< that gave no articles, but had pages
    std::vector<schema::FileKey> broken_issues;  ///< a page of which is not found
};

/// Whether what a file gave before may be there again at the next run.
bool may_come_back(SkipReason reason);

/// Whether a file that was opened would give the same articles as it did.
bool has_same_content(const schema::CatalogEntry& entry, const schema::FileState& state);

/// What a link led to may come back with its disk.
bool is_below_dangling(std::string_view path, const WalkResult& found);

/// Compares one scan with the catalog, both in order, adding to the plan, which points into the
/// scan. Entries of files that gave no article and are gone leave the catalog.
void plan_files(const Scan& scan, schema::FileCatalog& catalog, FilePlan& plan);

/// Pairs vanished files with new ones of the same inode, size and time, read by the same reader.
void find_renames(const schema::FileCatalog& catalog, FilePlan& plan);

}  // namespace morgue::indexer
