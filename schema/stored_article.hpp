#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <morgue/article.hpp>

#include <base/hash.hpp>
#include <schema/date.hpp>
#include <text/sketch.hpp>

namespace morgue::schema {

/// What a file looked like when it was read.
struct FileState {
    std::uint64_t size = 0;
    std::int64_t mtime_ns = 0;
    std::uint64_t inode = 0;
    base::Hash128 content{};

    friend bool operator==(const FileState&, const FileState&) = default;
};

/// What a document's data holds: all that a hit shows, and what the next run compares.
/// IndexedArticle::index is the reader's, and not stored.
struct StoredArticle {
    IndexedArticle indexed;
    /// What the id would be if no other article claimed it too.
    ArticleId claimed;
    FileState file;
    std::string lang;        ///< the language it was analysed in; empty for none
    bool withdrawn = false;  ///< its sender took it back: it is not stored
    std::uint32_t words = 0;
    std::uint32_t cut_words = 0;

    // What follows is not in the data: it becomes part of the document, or is known by then.
    /// Of the nearly identical articles the one that was first; its own id where it is like none.
    ArticleId leader;
    std::optional<text::Sketch> sketch;  ///< of the body, where it was taken already
};

/// Ends in a CRC32C of all before it.
std::string encode(const StoredArticle& article);

/// Throws Error(index_corrupt) when the checksum fails or the bytes are of no known form.
StoredArticle decode(std::string_view data);

/// Which version of an item of a wire the article is; nothing where its sender numbers none.
std::optional<std::int64_t> version_of(const Article& article);

/// The date that answers date queries, and the one that only does where inferred dates are asked
/// for, too: an article has one of them at most.
std::optional<CalendarDate> stated_date(const Article& article);
std::optional<CalendarDate> inferred_date(const Article& article);

}  // namespace morgue::schema
