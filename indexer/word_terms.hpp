#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <morgue/fields.hpp>

#include <indexer/term_numbers.hpp>
#include <text/form.hpp>
#include <text/language.hpp>

namespace morgue::indexer {

/// One thing that a word adds to a document.
struct WordTerm {
    std::uint32_t number;  ///< of the term
    text::FormKind kind;   ///< of the form that it is made of
};

/// Remembers which terms the words of a dictionary stand for.
class WordTerms {
  public:
    /// `numbers` must outlive this.
    explicit WordTerms(TermNumbers& numbers);

    struct Word {
        std::uint32_t number;  ///< the dictionary's; 0: not to be remembered
        std::span<const text::Form> forms;
        const text::Language* language;
    };

    /// Those of a word of title and body, or of one in a field of words. Valid until the next call.
    std::span<const WordTerm> of(const Word& word, std::optional<Field> field);

    /// Whatever the numbers of words meant, they mean it no longer.
    void clear() noexcept;

  private:
    struct Range {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;  ///< 0: not known yet
    };

    void append(const Word& word, std::optional<Field> field, std::vector<WordTerm>& out);

    TermNumbers& numbers_;
    std::vector<std::vector<Range>> ranges_;  ///< by field and word: where its terms stand
    std::vector<WordTerm> terms_;
    std::vector<WordTerm> passing_;  ///< of a word that is not remembered
};

}  // namespace morgue::indexer
