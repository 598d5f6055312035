#pragma once

#include <cstdint>
#include <glass/document.hpp>
#include <glass/vocabulary.hpp>
#include <span>
#include <string>
#include <vector>

#include <indexer/word_terms.hpp>

namespace morgue::indexer {

/// Counts the words of one document after the other, and then lists their terms: a word that
/// occurs often is spelled out in terms once. Positions count from 1 and ascend.
class TermTally {
  public:
    /// `terms` must outlive the tally, and may be cleared when clear() was the last that was
    /// called.
    explicit TermTally(const glass::Vocabulary& terms) : terms_(terms) {}

    /// The dictionary's word as the document has it, or 0 where it has not been entered.
    std::uint32_t find(std::uint32_t word) const noexcept {
        return word < at_word_.size() ? at_word_[word] : 0;
    }
    /// A word and what it stands for, which lasts until the document's end; 0 for what is no word
    /// of the dictionary or shall not be found.
    std::uint32_t enter(std::uint32_t word, std::span<const WordTerm> terms);
    /// An entered word occurs at the position.
    void place(std::uint32_t entered, std::uint32_t weight, std::uint32_t position) {
        Word& word = words_[entered - 1];
        word.weight += weight;
        ++word.places;
        places_.push_back({entered - 1, position});
    }
    /// A term of its own that none of the words has.
    void note(std::string term) { filters_.push_back(std::move(term)); }

    /// All terms of the document, each once, valid until the next is counted.
    std::span<const glass::TermEntry> list();
    /// Begins a new document.
    void clear() noexcept;

  private:
    struct Word {
        std::span<const WordTerm> terms;
        std::uint32_t number = 0;
        std::uint32_t weight = 0;
        std::uint32_t places = 0;
        std::uint32_t placed = 0;  ///< where its terms with positions begin in placed_
    };
    struct Place {
        std::uint32_t word;
        std::uint32_t position;
    };
    struct Found {
        std::uint32_t term = 0;
        std::uint32_t wdf = 0;
        std::uint32_t places = 0;
    };

    void spell_out();
    std::uint32_t found(std::uint32_t term);
    void place_terms();
    void list_filters();

    const glass::Vocabulary& terms_;
    std::vector<std::uint32_t> at_word_;  ///< by word: its place in words_ and one, or 0
    std::vector<Word> words_;
    std::vector<Place> places_;  ///< in the order of the text
    std::vector<std::string> filters_;

    std::vector<std::uint32_t> at_term_;  ///< by term: its place in found_ and one, or 0
    std::vector<Found> found_;
    std::vector<std::uint32_t> placed_;     ///< places in found_
    std::vector<std::uint32_t> positions_;  ///< those of one term after those of another
    std::vector<std::uint32_t> next_;       ///< by place in found_: where its next position goes
    std::vector<glass::TermEntry> entries_;
};

}  // namespace morgue::indexer
