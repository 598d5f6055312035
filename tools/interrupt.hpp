#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace morgue::tools {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP asks for a stop instead of ending the
/// program; the second one ends it. One that the program was told to ignore stays ignored. To be
/// made before any other thread is started.
class Interrupt {
  public:
    Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    ~Interrupt();

    std::stop_token token() const { return stop_.get_token(); }

  private:
    void wait();

    sigset_t awaited_{};
    sigset_t fatal_{};
    sigset_t before_{};
    std::stop_source stop_;
    std::thread waiter_;
};

}  // namespace morgue::tools
