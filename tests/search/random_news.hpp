#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include <morgue/article.hpp>

namespace morgue::test {

/// Articles and questions of few words, so that the ones answer the others often, made from one
/// seed and the same on every machine. The questions are of the whole query language.
class RandomNews {
  public:
    explicit RandomNews(unsigned seed) : engine_(seed) {}

    /// Named by its key, which is also its file.
    Article article(const std::string& key);
    /// With so many levels of parentheses, at most.
    std::string query(std::size_t depth);

  private:
    std::size_t roll(std::size_t sides) { return engine_() % sides; }
    const std::string& word();
    std::string one_of(const std::vector<std::string>& texts) { return texts[roll(texts.size())]; }
    std::string words(std::size_t count);
    std::string phrase();
    std::string quotation();
    std::string lead();
    std::string atom();
    std::string fact();
    std::string pattern();
    std::string operand();
    std::string placed();

    std::mt19937 engine_;
};

}  // namespace morgue::test
