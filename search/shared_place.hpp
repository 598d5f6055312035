#pragma once

#include <string>
#include <string_view>

namespace morgue::search {

/// Tells which words may stand at one place: forms of one word, and a compound with its parts.
/// A text has one word at a place, but that may be found by several terms (text::FormMaker).
class WordAtPlace {
  public:
    explicit WordAtPlace(std::string_view term);

    /// False only where they never do.
    bool may_share_place(const WordAtPlace& other) const;

  private:
    std::string letters_;  ///< those that its other forms have, too
    bool is_plain_;        ///< a word of a to z that no other is set off from by an apostrophe
};

}  // namespace morgue::search
