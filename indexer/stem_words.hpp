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

    void meet(std::string_view term) override;
    void for_each(const Each& each) const override;

  private:
    struct Pair {
        std::uint32_t stem;
        std::uint32_t word;
    };

    std::vector<const text::Language*> languages_;
    glass::Vocabulary stems_;  ///< in order
    glass::Vocabulary words_;  ///< in order
    std::vector<Pair> pairs_;  ///< in the order of their words
};

}  // namespace morgue::indexer
