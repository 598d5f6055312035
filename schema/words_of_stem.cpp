#include <algorithm>

#include <schema/field.hpp>
#include <schema/term.hpp>
#include <schema/words_of_stem.hpp>

namespace morgue::schema {

unsigned weight_at(unsigned position) noexcept {
    return position < body_gap ? title_weight : body_weight;
}

WordsOfStem words_of_stem(const Xapian::Database& part, const std::string& term,
                          std::optional<Field> field) {
    // Prefixes are capitals, and folded text never begins with one.
    const auto text = std::find_if_not(term.begin(), term.end(),
                                       [](char byte) { return byte >= 'A' && byte <= 'Z'; });
    const std::size_t field_bytes = field ? spec(*field).prefix.size() : 0;
    WordsOfStem found{std::string(term.begin(), text - static_cast<std::ptrdiff_t>(field_bytes)),
                      {std::string(text, term.end())},
                      {}};
    found.stem += found.words.front();
    found.words.insert(found.words.end(), part.synonyms_begin(found.stem),
                       part.synonyms_end(found.stem));
    for (const std::string& word : found.words)
        found.placed.push_back(field ? field_word_term(*field, word) : word);
    return found;
}

}  // namespace morgue::schema
