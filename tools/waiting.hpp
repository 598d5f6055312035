#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include <tools/progress.hpp>

namespace morgue::tools {

/// Tells on stderr, as a ProgressLine does, that something lasts of which nobody knows how long,
/// and since when: "compacting: 0:07 gone". To be made after an Interrupt.
class Waiting {
  public:
    Waiting(std::string doing, bool plain);
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;
    /// Takes the line away.
    ~Waiting();

  private:
    using Clock = std::chrono::steady_clock;

    void tell();

    std::string doing_;
    Clock::time_point begin_ = Clock::now();
    ProgressLine line_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool over_ = false;
    std::thread teller_;
};

}  // namespace morgue::tools
