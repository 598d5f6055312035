#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <indexer/formats/field_map.hpp>
#include <indexer/formats/wire_items.hpp>

namespace morgue::indexer {

/// What is to be read of a text as it is stored.
using TextOf = std::string(std::string_view stored);
/// All of it: for those that have no markup.
std::string as_stored(std::string_view stored);

/// The named values of one article, as JSON and tables have them. What a name means is told by
/// those that news is known to be stored under; case, spaces, - and _ in it do not count.
class Record {
  public:
    /// What a name means, the most telling of a part with the least rank.
    struct Meaning {
        std::size_t rank;
        RecordPart part;
    };

    /// `given` goes before what names are known to mean; it outlives the record and may be null.
    explicit Record(const FieldMap* given = nullptr) : given_(given) {}

    std::optional<Meaning> meaning_of(std::string_view name) const;

    /// Takes a value, which outlives the record; false where the name says nothing to us.
    bool add(std::string_view name, std::string_view value);

    /// Whether a text of the article is among the values, not only a title or a summary.
    bool has_body() const;

    /// The article that the values make: of each field the most telling name counts, of several
    /// texts the longest, and without one its summary or its title is the text.
    WireItem article(TextOf* text_of);

  private:
    struct Value {
        Meaning meaning;
        std::string_view text;
    };

    const FieldMap* given_;
    std::vector<Value> values_;
};

}  // namespace morgue::indexer
