#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include <base/workers.hpp>

namespace morgue::base {
namespace {

TEST(Workers, GiveResultsInOrderWhicheverIsDoneFirst) {
    Workers workers(2);
    InOrder<int> results(workers);
    std::promise<void> second_is_done;
    results.give([&] {
        second_is_done.get_future().wait();
        return 1;
    });
    results.give([&] {
        second_is_done.set_value();
        return 2;
    });
    EXPECT_EQ(results.size(), 2U);
    EXPECT_EQ(results.take(), 1);
    EXPECT_EQ(results.take(), 2);
    EXPECT_TRUE(results.empty());
}

TEST(Workers, WorkOffManyJobs) {
    for (const std::size_t threads : {0U, 1U, 2U, 7U}) {
        Workers workers(threads);
        InOrder<int> results(workers);
        for (int i = 0; i < 500; ++i) results.give([i] { return i; });
        for (int i = 0; i < 500; ++i) EXPECT_EQ(results.take(), i);
    }
}

TEST(Workers, PassOnWhatAJobThrows) {
    for (const std::size_t threads : {1U, 3U}) {
        Workers workers(threads);
        InOrder<std::string> results(workers);
        results.give([] { return std::string("fine"); });
        results.give([]() -> std::string { throw std::runtime_error("broken"); });
        results.give([] { return std::string("fine again"); });
        EXPECT_EQ(results.take(), "fine");
        EXPECT_THROW(results.take(), std::runtime_error);
        EXPECT_EQ(results.take(), "fine again");
    }
}

TEST(Workers, AloneWorkWhereTheResultIsTaken) {
    Workers workers(1);
    EXPECT_EQ(workers.count(), 1U);
    InOrder<std::thread::id> results(workers);
    results.give([] { return std::this_thread::get_id(); });
    EXPECT_EQ(results.take(), std::this_thread::get_id());
}

TEST(Workers, NeedNotDoWhatNobodyTakes) {
    int done = 0;
    {
        Workers alone(1);
        InOrder<int> results(alone);
        for (int i = 0; i < 10; ++i) results.give([&] { return ++done; });
        results.take();
    }
    EXPECT_EQ(done, 1);
}

TEST(Workers, AreWaitedForWhenTheyHaveBegun) {
    Workers workers(2);
    std::promise<void> begun;
    std::promise<void> released;
    std::atomic<bool> done = false;
    std::thread releaser;
    {
        InOrder<int> results(workers);
        results.give([&] {
            begun.set_value();
            released.get_future().wait();
            done = true;
            return 0;
        });
        begun.get_future().wait();
        releaser = std::thread([&] { released.set_value(); });
    }
    EXPECT_TRUE(done);
    releaser.join();
}

}  // namespace
}  // namespace morgue::base
