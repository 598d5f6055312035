#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <morgue/article.hpp>
#include <morgue/ingest.hpp>

#include <schema/stored_article.hpp>

namespace morgue::schema {

/// A file by root and path below it; in byte order, as files are walked.
struct FileKey {
    std::string root;
    std::string file;

    friend auto operator<=>(const FileKey&, const FileKey&) = default;
};

/// Whether the file is `folder`, or stands in it or further down; a root has an empty path.
bool is_below(const FileKey& file, const FileKey& folder);

/// An article that a file gave.
struct CatalogArticle {
    ArticleId id;
    ArticleId claimed;  ///< differs from id where another article claims the same
    std::string member;

    friend bool operator==(const CatalogArticle&, const CatalogArticle&) = default;
};

/// What the last run knew of a file: enough not to open it again.
struct CatalogEntry {
    FileState state;
    std::vector<CatalogArticle> articles;
    std::optional<SkipReason> skipped;  ///< the reason, where the file gave no article
    std::string detail;                 ///< of the skip
    bool dated_by_mtime = false;        ///< a touched file is a changed article
    bool racy = false;  ///< changed so near to the scan that it may have changed after it
};

/// What is kept of a directory that the index keeps up with.
struct CatalogRoot {
    bool whole = true;           ///< else only those of its files that were named
    bool follows_links = false;  ///< files are found through links too

    friend bool operator==(const CatalogRoot&, const CatalogRoot&) = default;
};

/// The sidecar FILES: what the index's files looked like at the last run. It can be lost: it is
/// then made anew from the stored articles, and only skipped files are read again.
struct FileCatalog {
    std::uint64_t generation = 0;  ///< of the index it belongs to
    std::map<std::string, CatalogRoot> roots;
    /// Folders within roots that are not to be read any more; named as roots are, sorted.
    std::vector<std::string> forgotten;
    /// Languages given for articles at or below a place that state none.
    std::map<FileKey, std::string> languages;
    /// What stands in a root that is not listed is about to be removed.
    std::map<FileKey, CatalogEntry> files;

    /// The language given for the file's nearest folder; empty for none.
    std::string language_of(const FileKey& file) const;
};

/// Ends in a CRC32C.
std::string encode(const FileCatalog& catalog);
/// Nothing when the bytes are damaged or of another layout.
std::optional<FileCatalog> decode_file_catalog(std::string_view bytes);

/// The catalog of the index in `dir`, if it is there and whole; it may be behind the index.
std::optional<FileCatalog> read_file_catalog(const std::string& dir);
/// Durably; leaves a file that holds the same already as it is.
void write_file_catalog(const std::string& dir, const FileCatalog& catalog);

/// What is known at the place and below it, in order.
struct CatalogRange {
    std::map<FileKey, CatalogEntry>::iterator first, last;
    auto begin() const { return first; }
    auto end() const { return last; }
};
/// The entries below the folder (a root has an empty path); the folder's own is not among them.
CatalogRange entries_below(FileCatalog& catalog, const FileKey& folder);

/// Where a root stands. Roots that contain the index, or lie beside a `.morgue` in its tree, are
/// kept relative to the folder that holds the index, so that all of them move together; others are
/// absolute.
std::string root_path(const std::string& index_dir, const std::string& root);
std::string root_name(const std::string& index_dir, const std::string& canonical_path);

}  // namespace morgue::schema
