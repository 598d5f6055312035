#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace morgue::indexer {

/// What is wrong with a document: the first of it is told, the rest counted.
class Faults {
  public:
    void add(std::string what) {
        if (++count_ <= most_told) told_.push_back(std::move(what));
    }

    std::size_t count() const noexcept { return count_; }

    /// "ninjs: 'urgency' is text, not a number; 'rank' is not known; and 2 more"; empty for none.
    std::string told_of(const std::string& standard) const {
        std::string text;
        for (const std::string& what : told_)
            text += (text.empty() ? standard + ": " : "; ") + what;
        if (count_ > most_told) text += "; and " + std::to_string(count_ - most_told) + " more";
        return text;
    }

  private:
    static constexpr std::size_t most_told = 3;

    std::size_t count_ = 0;
    std::vector<std::string> told_;
};

}  // namespace morgue::indexer
