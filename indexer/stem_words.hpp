#pragma once

#include <cstdint>
#include <glass/thesaurus.hpp>
#include <glass/vocabulary.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <text/language.hpp>

namespace morgue::indexer {

/// Of the stems of a database the other words that have them: all of its words that could, whether
/// or not they stand somewhere with that stem (schema::words_of_stem). Follows from its terms.
class StemWords : public glass::Thesaurus {
  public:
    /// Codes of the languages whose stems may occur.
    explicit StemWords(const std::set<std::string, std::less<>>& languages);

    /// What is known before the terms are met, and need not be worked out then: which stem a word
    /// has in the language of the stem's term.
    void know(std::string_view word, std::string_view stem_term);

    void meet(std::string_view term) override;
    void for_each(const Each& each) const override;

  private:
    struct Pair {
        std::uint32_t stem;
        std::uint32_t word;
    };

    /// Of the word's stem; `own` is the term that the word would have as one.
    std::string stem_term(const text::Language& language, const std::string& own,
                          std::string_view word) const;

    std::vector<const text::Language*> languages_;
    glass::Vocabulary known_;             ///< stems, and words as if they were stems
    std::vector<std::uint32_t> stem_of_;  ///< by number of a word: its stem's and one; 0: not known
    glass::Vocabulary stems_;             ///< in order
    glass::Vocabulary words_;             ///< in order
    std::vector<Pair> pairs_;             ///< in the order of their words
};

}  // namespace morgue::indexer
