#include <algorithm>
#include <memory>

#include <indexer/stem_words.hpp>
#include <indexer/word_terms.hpp>
#include <schema/field.hpp>
#include <schema/term.hpp>

namespace morgue::indexer {

namespace {

/// Beside the fields: title and body as those see them who name no field.
constexpr std::size_t no_field = 0;

/// Stems of a field's words are asked for in titles alone, their exact forms nowhere.
bool is_asked_in(Field field, text::FormKind kind) {
    switch (kind) {
        case text::FormKind::surface:
        case text::FormKind::acronym:
            return true;
        case text::FormKind::stem:
            return field == Field::title;
        case text::FormKind::exact:
            return false;
    }
    return false;
}

/// One that is longer may have been cut, and its stem is of the whole.
constexpr std::size_t longest_whole = text::max_word_bytes - 4;

/// The only one of the kind.
std::optional<std::uint32_t> sole(std::span<const WordTerm> terms, text::FormKind kind) {
    std::optional<std::uint32_t> found;
    for (const WordTerm& term : terms) {
        if (term.kind != kind) continue;
        if (found) return std::nullopt;
        found = term.number;
    }
    return found;
}

std::span<const WordTerm> keep(const std::vector<WordTerm>& terms,
                               std::pmr::memory_resource& memory) {
    const std::size_t bytes = terms.size() * sizeof(WordTerm);
    auto* kept = static_cast<WordTerm*>(memory.allocate(bytes, alignof(WordTerm)));
    std::uninitialized_copy(terms.begin(), terms.end(), kept);
    return {kept, terms.size()};
}

}  // namespace

WordTerms::WordTerms(glass::Vocabulary& vocabulary)
    : vocabulary_(vocabulary), known_(1 + schema::field_table().size()) {}

std::span<const WordTerm> WordTerms::of(const Word& word, std::optional<Field> field) {
    if (word.number == 0) return make(word, field, passing_);
    auto& known = known_[field ? 1 + static_cast<std::size_t>(*field) : no_field];
    if (word.number >= known.size())
        known.resize(std::max<std::size_t>(word.number + 1, 2 * known.size()));
    Terms& terms = known[word.number];
    if (terms.empty()) terms = make(word, field, memory_);
    return terms;
}

std::span<const WordTerm> WordTerms::of_both(const Word& a, const Word& b,
                                             std::optional<Field> field) {
    const Terms first = of(a, field);
    const Terms second = of(b, field);
    made_.assign(first.begin(), first.end());
    for (const WordTerm& term : second) {
        const bool is_new = std::none_of(first.begin(), first.end(), [&](const WordTerm& other) {
            return other.number == term.number;
        });
        if (is_new) made_.push_back(term);
    }
    return keep(made_, passing_);
}

/// Where there are several of either, it does not show which stem is of which word.
void WordTerms::tell_stems(StemWords& words) const {
    for (const Terms& terms : known_[no_field]) {
        const auto word = sole(terms, text::FormKind::surface);
        const auto stem = sole(terms, text::FormKind::stem);
        if (word && stem && vocabulary_[*word].size() <= longest_whole)
            words.know(vocabulary_[*word], vocabulary_[*stem]);
    }
}

std::span<const WordTerm> WordTerms::make(const Word& word, std::optional<Field> field,
                                          std::pmr::memory_resource& memory) {
    made_.clear();
    for (const text::Form& form : word.forms) {
        if (field && !is_asked_in(*field, form.kind)) continue;
        const std::string term = field ? schema::field_form_term(*field, form, word.language)
                                       : schema::form_term(form, word.language);
        made_.push_back({vocabulary_.number_of(term), form.kind});
    }
    return keep(made_, memory);
}

void WordTerms::clear() noexcept {
    for (auto& known : known_) known.clear();
    memory_.release();
    passing_.release();
}

}  // namespace morgue::indexer
