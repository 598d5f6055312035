#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace morgue::bench {

/// Words of a sample of the articles below a folder: in how many each is, and in what order.
class Sample {
  public:
    using Word = std::uint32_t;  ///< a number; `none` stands between words that punctuation parts
    static constexpr Word none = 0;

    /// Evenly chosen, at most so many.
    Sample(const std::string& folder, std::size_t most);

    const std::vector<std::vector<Word>>& articles() const noexcept { return articles_; }
    std::size_t words() const noexcept { return spellings_.size(); }
    const std::string& spelling(Word word) const noexcept { return spellings_[word]; }
    /// The share of articles that hold the word.
    double share(Word word) const noexcept;
    /// One of those that analyzers drop.
    bool is_stop_word(Word word) const;

  private:
    void add(const std::string& text);
    Word number_of(const std::string& word);

    std::vector<std::vector<Word>> articles_;
    std::unordered_map<std::string, Word> numbers_;
    std::vector<std::string> spellings_{""};
    std::vector<std::uint32_t> holders_{0};
};

}  // namespace morgue::bench
