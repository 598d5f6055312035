#include <schema/field.hpp>
#include <schema/term.hpp>
#include <schema/words_of_stem.hpp>

namespace morgue::schema {

unsigned weight_at(unsigned position) noexcept {
    return position < body_gap ? title_weight : body_weight;
}

WordsOfStem words_of_stem(const Xapian::Database& part, const std::string& term,
                          std::optional<Field> field) {
    const std::string_view text = text_of_form_term(term);
    const std::size_t field_bytes = field ? spec(*field).prefix.size() : 0;
    WordsOfStem found{
        term.substr(0, term.size() - text.size() - field_bytes), {std::string(text)}, {}};
    found.stem += found.words.front();
    found.words.insert(found.words.end(), part.synonyms_begin(found.stem),
                       part.synonyms_end(found.stem));
    for (const std::string& word : found.words)
        found.placed.push_back(field ? field_word_term(*field, word) : word);
    return found;
}

}  // namespace morgue::schema
