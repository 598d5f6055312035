#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <morgue/article.hpp>
#include <morgue/ingest.hpp>

#include <indexer/formats/field_map.hpp>

namespace morgue::indexer {

/// What a reader may know of a file beside its bytes.
struct FileFacts {
    std::string_view path;             ///< below its root, with '/'; a date may stand in it
    const FieldMap* fields = nullptr;  ///< what names of fields mean, as a person said
};

/// Why a reader gave no article.
struct Unread {
    SkipReason reason;
    std::string detail;
};

/// An article and where its body stands in the file's bytes: an offset where the body is those
/// very bytes, else -1.
struct ReadArticle {
    Article article;
    std::int64_t body_offset = -1;
    /// Its sender takes it back: there is a key, and perhaps nothing else.
    bool withdrawn = false;
};

using ReadResult = std::variant<std::vector<ReadArticle>, Unread>;

/// One format. Readers are pure: bytes in, articles or a reason out; no files, no globals.
struct Reader {
    std::string_view name;                         ///< as printed, such as "HTML"
    std::span<const std::string_view> extensions;  ///< lower case, with the dot
    ReadResult (*read)(std::string_view bytes, const FileFacts& facts);
    /// Whether bytes are of this format, where an extension is that of several; null where the
    /// name of a file says all.
    bool (*fits)(std::string_view bytes) = nullptr;
};

/// The table of all formats.
std::span<const Reader> readers() noexcept;

/// A reader of files so named; null where there is none. Where several may be, the first.
const Reader* find_reader(std::string_view path) noexcept;

/// The reader of a file so named that holds these bytes; null where there is none.
const Reader* find_reader(std::string_view path, std::string_view bytes);

}  // namespace morgue::indexer
