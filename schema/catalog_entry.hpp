#pragma once

#include <compare>
#include <cstddef>
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

/// Root and path in one, with a zero between, which no path has: in the same order.
std::string joined(std::string_view root, std::string_view file);

/// An article that a file gave.
struct CatalogArticle {
    ArticleId id;
    ArticleId claimed;  ///< differs from id where another article claims the same
    std::string member;
    std::optional<std::int64_t> version = std::nullopt;  ///< of an item of a wire
    std::optional<ArticleId> also = std::nullopt;  ///< what it might claim, being Field::other_id

    friend bool operator==(const CatalogArticle&, const CatalogArticle&) = default;
};

/// A version that a file has and the index has not: there is a newer one, or its sender took it
/// back.
struct CatalogVersion {
    ArticleId claimed;
    std::int64_t version = 0;
    bool withdrawn = false;
    std::optional<ArticleId> also = std::nullopt;  ///< as in CatalogArticle

    friend bool operator==(const CatalogVersion&, const CatalogVersion&) = default;
};

/// A part of a file that gave no article, while others did; or what is wrong with a file that was
/// read.
struct SkippedPart {
    SkipReason reason;
    std::string detail;
    std::string member;

    friend bool operator==(const SkippedPart&, const SkippedPart&) = default;
};

/// What the last run knew of a file: enough not to open it again.
struct CatalogEntry {
    FileState state;
    std::vector<CatalogArticle> articles;
    std::vector<CatalogVersion> versions;  ///< that are not in the index
    std::optional<SkipReason> skipped;     ///< the reason, where the file gave no article
    std::string detail;                    ///< of the skip
    std::vector<SkippedPart> parts;        ///< without an article, of a file that was read
    PassedParts passed = {};               ///< likewise, by what they are
    bool dated_by_mtime = false;           ///< a touched file is a changed article
    bool racy = false;  ///< changed so near to the scan that it may have changed after it
    bool gone = false;  ///< it gives these articles no longer, and they are kept
    /// The file below the same root that says what issue of a paper this one is a part of: a page
    /// in another file, or this file itself.
    std::string issue = {};

    /// Has the next run read the file, whatever it looks like then.
    void read_next_time() {
        state.content = {};
        racy = true;
    }

    friend bool operator==(const CatalogEntry&, const CatalogEntry&) = default;
};

/// What most entries are only asked for: all but the articles themselves and the details of skips.
struct FileSummary {
    FileState state;
    std::size_t articles = 0;
    std::optional<SkipReason> skipped;
    bool racy = false;
    bool gone = false;
    bool versioned = false;      ///< an article of it, or what it has beside, is a version
    bool disputed = false;       ///< an article of it has another id than it claims
    bool parts_skipped = false;  ///< parts of it gave no article
    bool of_issue = false;       ///< it is a part of an issue
    bool parts_passed = false;   ///< parts of it were passed over
};

std::string encode(const CatalogEntry& entry);

/// Both throw Error(index_corrupt) for what encode() never wrote.
CatalogEntry decode_catalog_entry(std::string_view bytes);
FileSummary decode_summary(std::string_view bytes);

}  // namespace morgue::schema
