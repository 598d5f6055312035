#pragma once

#include <optional>
#include <span>
#include <string_view>

#include <morgue/export.hpp>

namespace morgue {

/// What is known of an article beside its text. The numbers reach the disk: add at the end only.
enum class Field : unsigned char {
    title = 0,
    byline = 1,  ///< who wrote it; may be given more than once
    source = 2,  ///< the outlet
    section = 3,
    place = 4,         ///< of the dateline, or named as one; may be given more than once
    agency = 5,        ///< the wire agency, as in "PARIS (AP)"
    tag = 6,           ///< may be given more than once
    lang = 7,          ///< ISO 639-1 code, lower case
    date = 8,          ///< ISO 8601: 2019, 2019-03, 2019-03-04 or 2019-03-04T05:06:07+01:00
    url = 9,           ///< canonical address
    path = 10,         ///< where the file stands below its root
    charset = 11,      ///< that the file's bytes were read in
    version = 12,      ///< of an item that its sender sends anew when it changes
    unread_date = 13,  ///< what stands where the date should, and is none
    page = 14,         ///< of the paper that it was printed on
    issue = 15,        ///< the number of that paper's issue
    other_id = 16,     ///< by which its sender may speak of it, too
};

/// One row of the table of fields, the same that feeds queries, help and completion.
struct FieldInfo {
    Field field;
    std::string_view name;         ///< as written in a query, before the colon
    std::string_view description;  ///< one line
    std::string_view example;      ///< a query that uses it
    bool repeats;                  ///< an article may have several values
    bool searchable;               ///< may be named in a query
};

/// All fields, in the order of Field.
MORGUE_EXPORT std::span<const FieldInfo> fields() noexcept;
MORGUE_EXPORT const FieldInfo& info(Field field) noexcept;
MORGUE_EXPORT std::optional<Field> field_named(std::string_view name) noexcept;

}  // namespace morgue
