#pragma once

#include <cstdint>
#include <glass/vocabulary.hpp>
#include <memory_resource>
#include <optional>
#include <span>
#include <vector>

#include <morgue/fields.hpp>

#include <text/form.hpp>
#include <text/language.hpp>

namespace morgue::indexer {

class StemWords;

/// One thing that a word adds to a document.
struct WordTerm {
    std::uint32_t number;  ///< of the term
    text::FormKind kind;   ///< of the form that it is made of
};

/// Remembers which terms the words of a dictionary stand for.
class WordTerms {
  public:
    /// `vocabulary` must outlive this.
    explicit WordTerms(glass::Vocabulary& vocabulary);

    struct Word {
        std::uint32_t number;  ///< the dictionary's; 0: not to be remembered
        std::span<const text::Form> forms;
        const text::Language* language;
    };

    /// Those of a word of title and body, or of one in a field of words: each once.
    std::span<const WordTerm> of(const Word& word, std::optional<Field> field);
    /// Those of two words that stand at one place: what both add stands there once.
    std::span<const WordTerm> of_both(const Word& a, const Word& b, std::optional<Field> field);

    /// Tells which stems the words have that are remembered, as far as it shows.
    void tell_stems(StemWords& words) const;

    /// Terms of words that are not remembered last until then, all others until clear().
    void end_document() noexcept { passing_.release(); }
    /// Whatever the numbers of words meant, they mean it no longer.
    void clear() noexcept;

  private:
    using Terms = std::span<const WordTerm>;

    Terms make(const Word& word, std::optional<Field> field, std::pmr::memory_resource& memory);

    glass::Vocabulary& vocabulary_;
    std::vector<std::vector<Terms>> known_;  ///< by field and word; empty: not yet
    std::pmr::monotonic_buffer_resource memory_;
    std::pmr::monotonic_buffer_resource passing_;
    std::vector<WordTerm> made_;
};

}  // namespace morgue::indexer
