#include <pthread.h>

#include <tools/diagnostics.hpp>
#include <tools/interrupt.hpp>

namespace morgue::tools {

namespace {

/// Wakes the waiting thread so that it can end.
constexpr int wake_up = SIGUSR1;

/// As nohup does with SIGHUP, and a shell with SIGINT of what runs behind a script.
bool is_ignored(int signal) {
    struct sigaction now {};
    return sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

}  // namespace

Interrupt::Interrupt() {
    sigemptyset(&awaited_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        if (!is_ignored(signal)) sigaddset(&awaited_, signal);
    fatal_ = awaited_;
    sigaddset(&awaited_, wake_up);
    pthread_sigmask(SIG_BLOCK, &awaited_, &before_);
    waiter_ = std::thread{[this] { wait(); }};
}

Interrupt::~Interrupt() {
    pthread_kill(waiter_.native_handle(), wake_up);
    waiter_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interrupt::wait() {
    int received = 0;
    sigwait(&awaited_, &received);
    if (received == wake_up) return;
    stop_.request_stop();
    print_plainly({"stopping", "stopping after what is in hand; once more to stop at once"});
    pthread_sigmask(SIG_UNBLOCK, &fatal_, nullptr);
    while (received != wake_up) sigwait(&awaited_, &received);
}

}  // namespace morgue::tools
