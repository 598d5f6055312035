#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace morgue::base {

/// Threads that work jobs off in the order in which they are given; started when there is need.
class Workers {
  public:
    /// With fewer than two there are no threads: a job is done by who asks for its result, and
    /// then only.
    explicit Workers(std::size_t threads) : most_(threads < 2 ? 0 : threads) {}
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    /// Waits for jobs that have begun, and drops the others.
    ~Workers();

    /// How many jobs are worked on at once.
    std::size_t count() const noexcept { return most_ == 0 ? 1 : most_; }

    /// What the job throws comes out of the future. To be called by one thread.
    template <typename Job>
    std::future<std::invoke_result_t<Job&>> give(Job job) {
        if (most_ == 0) return std::async(std::launch::deferred, std::move(job));
        std::packaged_task<std::invoke_result_t<Job&>()> task(std::move(job));
        auto result = task.get_future();
        put(std::packaged_task<void()>([task = std::move(task)]() mutable { task(); }));
        return result;
    }

  private:
    void put(std::packaged_task<void()> job);
    void work();

    const std::size_t most_;
    std::mutex mutex_;
    std::condition_variable given_;
    std::deque<std::packaged_task<void()>> jobs_;
    std::size_t idle_ = 0;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

/// Results in the order in which their jobs were given, whenever each is done. Belongs to one
/// thread.
template <typename Result>
class InOrder {
  public:
    explicit InOrder(Workers& workers) : workers_(workers) {}
    InOrder(const InOrder&) = delete;
    InOrder& operator=(const InOrder&) = delete;
    /// Waits for jobs that have begun; the others are not done any more.
    ~InOrder() {
        dropped_ = true;
        for (const auto& result : results_) result.wait();
    }

    template <typename Job>
    void give(Job job) {
        results_.push_back(workers_.give([this, job = std::move(job)]() mutable {
            Job mine = std::move(job);  // else the future keeps what the job holds
            return dropped_ ? Result() : mine();
        }));
    }
    /// Jobs whose results were not taken.
    std::size_t size() const noexcept { return results_.size(); }
    bool empty() const noexcept { return results_.empty(); }
    /// The oldest result; waits for it. Throws what its job threw.
    Result take() {
        std::future<Result> result = std::move(results_.front());
        results_.pop_front();
        return result.get();
    }

  private:
    Workers& workers_;
    std::deque<std::future<Result>> results_;
    std::atomic<bool> dropped_ = false;
};

}  // namespace morgue::base
