#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include <morgue/fields.hpp>

namespace morgue::schema {

/// Which words of a part of an index may stand for a stem, which itself has no positions. They do
/// where they are no names in capitals. In a document for which `stem` counts as much as the places
/// of `words` weigh, each of these is one of the stem.
struct WordsOfStem {
    std::string stem;                 ///< its term in title and body
    std::vector<std::string> words;   ///< surface terms of title and body
    std::vector<std::string> placed;  ///< the same in the stem's own field
};

/// What a word counts in the text at this position: more in the title, before the body's first.
/// (Of a title of a thousand words this is not known.)
unsigned weight_at(unsigned position) noexcept;

/// Of a term that is a stem: in title and body or, in a field, of a word there. The synonyms of the
/// part say which words have it, but not that it may be a word itself.
WordsOfStem words_of_stem(const Xapian::Database& part, const std::string& term,
                          std::optional<Field> field);

}  // namespace morgue::schema
