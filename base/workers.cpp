#include <base/workers.hpp>

namespace morgue::base {

Workers::~Workers() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        jobs_.clear();
    }
    given_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void Workers::put(std::packaged_task<void()> job) {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    if (idle_ < jobs_.size() && threads_.size() < most_)
        threads_.emplace_back([this] { work(); });
    else
        given_.notify_one();
}

void Workers::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        ++idle_;
        given_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
        --idle_;
        if (ending_) return;
        std::packaged_task<void()> job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        job();
        job = {};  // what it holds is gone before the next job, and not under the lock
        lock.lock();
    }
}

}  // namespace morgue::base
