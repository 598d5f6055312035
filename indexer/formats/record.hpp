#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <indexer/formats/wire_items.hpp>

namespace morgue::indexer {

/// The named values of one article, as JSON and tables have them. What a name means is told by
/// those that news is known to be stored under; case, spaces, - and _ in it do not count.
class Record {
  public:
    /// Takes a value, which outlives the record; false where the name says nothing to us.
    bool add(std::string_view name, std::string_view value);

    /// Whether a text of the article is among the values, not only a title or a summary.
    bool has_body() const;

    /// The article that the values make: of each field the most telling name counts, of several
    /// texts the longest, and without one its summary or its title is the text.
    WireItem article();

  private:
    struct Value {
        std::size_t name;  ///< which of the known ones; the most telling of a field is the least
        std::string_view text;
    };

    std::vector<Value> values_;
};

}  // namespace morgue::indexer
