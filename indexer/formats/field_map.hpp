#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morgue::indexer {

/// What a value of a record is to its article.
enum class RecordPart : unsigned char {
    id,
    status,
    version,
    title,
    byline,
    date,
    source,
    section,
    tag,
    dateline,
    place,
    agency,
    lang,
    url,
    body,
    summary,
};

std::string_view to_string(RecordPart part) noexcept;

/// What names of fields in JSON and tables mean, as a person says: "title=headline" is the part,
/// and the name that it goes by. Case counts in the name, unlike in those that are known.
class FieldMap {
  public:
    FieldMap() = default;
    /// Of a text that joined() gave.
    explicit FieldMap(std::string_view text);

    /// The meanings in one text. Throws Error(bad_argument), naming the parts, for one that is
    /// none.
    static std::string joined(std::span<const std::string> options);

    std::optional<RecordPart> part_of(std::string_view name) const;

  private:
    std::vector<std::pair<std::string, RecordPart>> parts_;
};

}  // namespace morgue::indexer
