#include <algorithm>

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

}  // namespace

WordTerms::WordTerms(TermNumbers& numbers)
    : numbers_(numbers), ranges_(1 + schema::field_table().size()) {}

std::span<const WordTerm> WordTerms::of(const Word& word, std::optional<Field> field) {
    if (word.number == 0) {
        passing_.clear();
        append(word, field, passing_);
        return passing_;
    }
    auto& ranges = ranges_[field ? 1 + static_cast<std::size_t>(*field) : no_field];
    if (word.number >= ranges.size())
        ranges.resize(std::max<std::size_t>(word.number + 1, 2 * ranges.size()));
    Range& range = ranges[word.number];
    if (range.size == 0) {
        range.begin = static_cast<std::uint32_t>(terms_.size());
        append(word, field, terms_);
        range.size = static_cast<std::uint32_t>(terms_.size()) - range.begin;
    }
    return {terms_.data() + range.begin, range.size};
}

void WordTerms::append(const Word& word, std::optional<Field> field, std::vector<WordTerm>& out) {
    for (const text::Form& form : word.forms) {
        if (field && !is_asked_in(*field, form.kind)) continue;
        const std::string term = field ? schema::field_form_term(*field, form, word.language)
                                       : schema::form_term(form, word.language);
        out.push_back({numbers_.number_of(term), form.kind});
    }
}

void WordTerms::clear() noexcept {
    for (auto& ranges : ranges_) ranges.clear();
    terms_.clear();
}

}  // namespace morgue::indexer
