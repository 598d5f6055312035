#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

namespace morgue::search {

/// How much may be read for one question to verify what terms alone do not tell, and how much was.
/// Without a limit everything is.
class Reading {
  public:
    using Clock = std::chrono::steady_clock;

    /// From now on.
    void limit(std::size_t articles, std::chrono::milliseconds time) {
        articles_ = articles;
        deadline_ = Clock::now() + time;
    }

    bool has_time() const { return !deadline_ || Clock::now() < *deadline_; }

    /// Whether one more article may be read. If not, it is counted as unread.
    bool may_read() {
        const bool over = (articles_ && read_ >= *articles_) ||
                          (deadline_ && unread_ + read_ > 0 && Clock::now() >= *deadline_);
        ++(over ? unread_ : read_);
        return !over;
    }

    /// Articles that might answer and were not read. One that several parts of the question ask to
    /// be read may be counted for each.
    std::size_t unread() const noexcept { return unread_; }

  private:
    std::optional<std::size_t> articles_;
    std::optional<Clock::time_point> deadline_;
    std::size_t read_ = 0;
    std::size_t unread_ = 0;
};

}  // namespace morgue::search
