#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include <morgue/searcher.hpp>

#include <tools/progress.hpp>

namespace morgue::tools {

/// Follows on stderr the articles of an answer that does not go to the terminal itself, or not
/// before the last of them.
class AnswerProgress {
  public:
    /// Of the articles that answer so many are printed as the options say. Both outlive it.
    AnswerProgress(const Searcher& searcher, const Query& query, const SearchOptions& options,
                   bool plain);
    /// One article more.
    void step();

  private:
    using Clock = std::chrono::steady_clock;

    Progress tell();
    std::size_t all();

    const Searcher& searcher_;
    const Query& query_;
    std::size_t offset_;
    std::size_t limit_;
    ProgressLine line_;
    Clock::time_point begin_ = Clock::now();
    std::size_t taken_ = 0;
    std::optional<std::size_t> all_;  ///< counted once there is something to show
};

}  // namespace morgue::tools
