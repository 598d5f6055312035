#include <algorithm>

#include <indexer/stem_words.hpp>
#include <schema/term.hpp>
#include <text/stem.hpp>

namespace morgue::indexer {

namespace {

/// The term that the word would have as a stem.
std::string as_stem(const text::Language& language, std::string_view word) {
    return schema::form_term({text::FormKind::stem, true, word}, &language);
}

}  // namespace

StemWords::StemWords(const std::set<std::string, std::less<>>& languages) {
    for (const std::string& code : languages)
        if (const text::Language* language = text::find_language(code))
            languages_.push_back(language);
}

void StemWords::know(std::string_view word, std::string_view stem_term) {
    const std::size_t stem_bytes = schema::text_of_form_term(stem_term).size();
    std::string own(stem_term, 0, stem_term.size() - stem_bytes);
    const std::uint32_t number = known_.number_of(own.append(word));
    const std::uint32_t stem = known_.number_of(stem_term);
    stem_of_.resize(known_.size());
    stem_of_[number] = stem + 1;
}

std::string StemWords::stem_term(const text::Language& language, const std::string& own,
                                 std::string_view word) const {
    if (const auto number = known_.find(own); number && stem_of_[*number] != 0)
        return std::string(known_[stem_of_[*number] - 1]);
    return as_stem(language, text::stem_form(language, word));
}

/// All stems stand before all words.
void StemWords::meet(std::string_view term) {
    if (schema::is_stem_term(term)) stems_.number_of(term);
    if (!schema::may_have_stem(term)) return;
    for (const text::Language* language : languages_) {
        const std::string own = as_stem(*language, term);
        const std::string stem = stem_term(*language, own, term);
        if (stem == own) continue;
        if (const auto number = stems_.find(stem)) pairs_.push_back({*number, words_.append(term)});
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
