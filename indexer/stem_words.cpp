#include <algorithm>

#include <indexer/stem_words.hpp>
#include <schema/term.hpp>
#include <text/stem.hpp>

namespace morgue::indexer {

StemWords::StemWords(const std::set<std::string, std::less<>>& languages) {
    for (const std::string& code : languages)
        if (const text::Language* language = text::find_language(code))
            languages_.push_back(language);
}

/// All stems stand before all words.
void StemWords::meet(std::string_view term) {
    if (schema::is_stem_term(term)) stems_.number_of(term);
    if (!schema::may_have_stem(term)) return;
    for (const text::Language* language : languages_) {
        const std::string stem = text::stem_form(*language, term);
        if (stem == term) continue;
        const text::Form form{text::FormKind::stem, true, stem};
        if (const auto known = stems_.find(schema::form_term(form, language)))
            pairs_.push_back({*known, words_.number_of(term)});
    }
}

void StemWords::for_each(const Each& each) const {
    std::vector<Pair> pairs = pairs_;
    const auto by_stem = [](const Pair& a, const Pair& b) { return a.stem < b.stem; };
    std::stable_sort(pairs.begin(), pairs.end(), by_stem);
    std::vector<std::string> words;
    for (auto pair = pairs.begin(); pair != pairs.end();) {
        const auto end = std::upper_bound(pair, pairs.end(), *pair, by_stem);
        words.clear();
        const std::string_view stem = stems_[pair->stem];
        for (; pair != end; ++pair) words.emplace_back(words_[pair->word]);
        each(stem, words);
    }
}

}  // namespace morgue::indexer
