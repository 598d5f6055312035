#include <utility>

#include <tools/render/pace.hpp>
#include <tools/waiting.hpp>

namespace morgue::tools {

namespace {

constexpr std::chrono::milliseconds pause{200};

}  // namespace

Waiting::Waiting(std::string doing, bool plain)
    : doing_(std::move(doing)), line_(plain), teller_([this] { tell(); }) {}

Waiting::~Waiting() {
    {
        const std::lock_guard lock{mutex_};
        over_ = true;
    }
    changed_.notify_one();
    teller_.join();
}

void Waiting::tell() {
    std::unique_lock lock{mutex_};
    while (!changed_.wait_for(lock, pause, [this] { return over_; })) {
        line_.show([this] {
            const std::chrono::duration<double> gone = Clock::now() - begin_;
            return Progress{doing_, -1, {time_gone(gone.count())}};
        });
    }
}

}  // namespace morgue::tools
