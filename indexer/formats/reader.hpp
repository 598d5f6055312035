#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <morgue/article.hpp>
#include <morgue/ingest.hpp>

#include <indexer/formats/field_map.hpp>

namespace morgue::indexer {

/// A file that belongs to another one.
struct Companion {
    std::string_view path;  ///< below the folder of that file, with '/'
    std::string_view bytes;
};

/// What a reader may know of a file beside its bytes. All may be empty.
struct FileFacts {
    std::string_view path;             ///< below its root, with '/'; a date may stand in it
    const FieldMap* fields = nullptr;  ///< what names of fields mean, as a person said
    std::string_view charset = {};     ///< that a server declared; says more than the bytes do
    std::string_view url = {};         ///< where a crawler found it
    std::string_view fetched = {};     ///< and when, ISO 8601
    std::span<const Companion> companions = {};
};

/// Why a file, or a part of it, gave no article; or, as Skip::was_read(), what is wrong with it.
struct Unread {
    SkipReason reason;
    std::string detail;
    std::string member = {};  ///< the part, as in Location::member; empty for the whole file

    bool was_read() const noexcept { return reason == SkipReason::off_standard; }

    friend bool operator==(const Unread&, const Unread&) = default;
};

/// Of what has more bytes than it may; `what` begins the sentence.
Unread over_limit(std::size_t most_bytes, std::string what = {});

/// An article and where its body stands in the file's bytes: an offset where the body is those
/// very bytes, else -1.
struct ReadArticle {
    Article article;
    std::int64_t body_offset = -1;
    /// Where in the file it stands, as in Location::member; where it is empty and the file has
    /// several articles, they are numbered.
    std::string member = {};
    /// Its sender takes it back: there is a key, and perhaps nothing else.
    bool withdrawn = false;
    /// The companion that it is, by its path; empty where it stands in the file itself.
    std::string companion = {};
};

/// What a reader made of a file: its articles, and why parts of it gave none. Of a file without
/// an article at least one reason for that is told, and told first.
struct ReadResult {
    ReadResult(std::vector<ReadArticle> read) : articles(std::move(read)) {}
    ReadResult(Unread why) : unread{std::move(why)} {}

    /// Tells how the file breaks the standard that it follows; nothing where that is empty.
    void tell_faults(std::string faults) {
        if (!faults.empty()) unread.push_back({SkipReason::off_standard, std::move(faults)});
    }

    std::vector<ReadArticle> articles;
    std::vector<Unread> unread;
    /// Paths below the file's folder of the companions that it has, where it says so.
    std::vector<std::string> companions = {};
};

/// A reader of one format. Readers are pure: bytes in, articles or a reason out; no files, no
/// globals.
using Read = ReadResult(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
