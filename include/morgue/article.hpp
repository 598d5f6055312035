#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <morgue/date.hpp>
#include <morgue/export.hpp>
#include <morgue/fields.hpp>
#include <morgue/provenance.hpp>

namespace morgue {

/// One fact about an article and where it came from.
struct Metadatum {
    Field field;
    std::string value;  ///< UTF-8
    Provenance from = Provenance::given;

    friend bool operator==(const Metadatum&, const Metadatum&) = default;
};

/// One news item: what a reader of files yields and what an index gives back.
struct MORGUE_EXPORT Article {
    std::string key;                  ///< the outlet's own id or another stable name; may be empty
    std::string body;                 ///< UTF-8, as read
    std::vector<Metadatum> metadata;  ///< in no particular order; the title is one of them

    /// The first value of the field, or null.
    const Metadatum* find(Field field) const noexcept;
    /// The first value of the field, or an empty string.
    std::string_view value(Field field) const noexcept;
    /// When it was published: the first value of Field::date, taken apart.
    std::optional<Date> date() const noexcept;
    /// Adds a value; of a field that does not repeat, a value already there stays.
    void add(Field field, std::string value, Provenance from = Provenance::given);

    friend bool operator==(const Article&, const Article&) = default;
};

/// Names an article for ever: 128 bits, a pure function of the article's key, else its canonical
/// URL, else its path. Shown as its first 12 hexadecimal digits.
struct MORGUE_EXPORT ArticleId {
    std::array<unsigned char, 16> bytes{};

    std::string to_string() const;  ///< 12 hexadecimal digits
    std::string full() const;       ///< 32 hexadecimal digits

    friend auto operator<=>(const ArticleId&, const ArticleId&) = default;
};

/// Where an article was read. Paths are bytes, perhaps not UTF-8.
struct Location {
    std::string root;    ///< relative to the folder that holds the index's, or absolute
    std::string file;    ///< relative to the root; empty for an article that is no file
    std::string member;  ///< within the file, where one file holds several articles
    /// Byte offset of the body in the file where the body is the file's own bytes, else -1.
    std::int64_t body_offset = -1;
    /// The line of the file that the body begins on, 1 is the first; 0 where there is no offset.
    std::uint32_t body_line = 0;

    friend bool operator==(const Location&, const Location&) = default;
};

/// An article as an index holds it.
struct IndexedArticle {
    ArticleId id;
    Article article;
    Location location;
    std::string format = {};  ///< of the file it was read from, such as "HTML"; empty for no file
    std::size_t index = 0;    ///< which of the folders given to Searcher::open it is from
    bool gone = false;        ///< its file is no longer there: IngestOptions::keep_removed
};

}  // namespace morgue
