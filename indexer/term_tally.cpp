#include <algorithm>

#include <indexer/term_tally.hpp>

namespace morgue::indexer {

namespace {

bool has_positions(text::FormKind kind) {
    return kind == text::FormKind::surface || kind == text::FormKind::acronym;
}

}  // namespace

std::uint32_t TermTally::enter(std::uint32_t word, std::span<const WordTerm> terms) {
    __builtin_prefetch(terms.data());
    words_.push_back({.terms = terms, .number = word});
    const auto entered = static_cast<std::uint32_t>(words_.size());
    if (word == 0) return entered;
    if (word >= at_word_.size())
        at_word_.resize(std::max<std::size_t>(word + 1, 2 * at_word_.size()));
    return at_word_[word] = entered;
}

std::span<const glass::TermEntry> TermTally::list() {
    entries_.clear();
    spell_out();
    place_terms();
    list_filters();
    return entries_;
}

/// What lies far apart in memory is asked for ahead.
void TermTally::spell_out() {
    for (const Word& word : words_)
        for (const WordTerm& term : word.terms) __builtin_prefetch(at_term_.data() + term.number);
    for (Word& word : words_) {
        word.placed = static_cast<std::uint32_t>(placed_.size());
        for (const WordTerm& term : word.terms) {
            const std::uint32_t at = found(term.number);
            if (term.kind != text::FormKind::exact) found_[at].wdf += word.weight;
            if (!has_positions(term.kind)) continue;
            found_[at].places += word.places;
            placed_.push_back(at);
        }
    }
    words_.push_back({.terms = {}, .placed = static_cast<std::uint32_t>(placed_.size())});
}

std::uint32_t TermTally::found(std::uint32_t term) {
    if (term >= at_term_.size()) at_term_.resize(std::max(terms_.size(), 2 * at_term_.size()));
    std::uint32_t& at = at_term_[term];
    if (at == 0) {
        found_.push_back({.term = term});
        at = static_cast<std::uint32_t>(found_.size());
    }
    return at - 1;
}

/// Places are in the order of the text, so each term's ascend, whichever of its words they are of.
void TermTally::place_terms() {
    std::uint32_t begin = 0;
    for (const Found& found : found_) {
        next_.push_back(begin);
        begin += found.places;
    }
    positions_.resize(begin);
    for (const Place& place : places_)
        for (std::uint32_t i = words_[place.word].placed; i < words_[place.word + 1].placed; ++i)
            positions_[next_[placed_[i]]++] = place.position;
    for (std::size_t i = 0; i < found_.size(); ++i) {
        const Found& found = found_[i];
        entries_.push_back({terms_[found.term],
                            found.wdf,
                            {positions_.data() + next_[i] - found.places, found.places},
                            found.term + 1});
    }
}

void TermTally::list_filters() {
    std::sort(filters_.begin(), filters_.end());
    filters_.erase(std::unique(filters_.begin(), filters_.end()), filters_.end());
    for (const std::string& filter : filters_)
        entries_.push_back({.term = filter, .positions = {}});
}

void TermTally::clear() noexcept {
    for (const Word& word : words_)
        if (word.number != 0) at_word_[word.number] = 0;
    for (const Found& found : found_) at_term_[found.term] = 0;
    words_.clear();
    places_.clear();
    filters_.clear();
    found_.clear();
    placed_.clear();
    next_.clear();
}

}  // namespace morgue::indexer
