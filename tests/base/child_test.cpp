#include <csignal>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <gtest/gtest.h>

#include <base/child.hpp>

namespace morgue::base {
namespace {

using How = ChildEnd::How;
using Messages = std::vector<std::string>;

struct Ran {
    ChildEnd end;
    Messages heard;
};

Ran run(const std::function<void(const Say&)>& work, const ChildWatch& watch = {}) {
    Ran ran;
    ran.end = run_in_child(
        work, [&](std::string_view message) { ran.heard.emplace_back(message); }, watch);
    return ran;
}

TEST(Child, ItsMessagesArriveWholeAndInOrder) {
    const std::string long_one(300'000, 'x');
    const Ran ran = run([&](const Say& say) {
        say("one");
        say(long_one);
        say(std::string("\0\n", 2));
    });
    EXPECT_EQ(ran.end.how, How::finished);
    EXPECT_EQ(ran.heard, (Messages{"one", long_one, std::string("\0\n", 2)}));
}

TEST(Child, ChangesNothingHere) {
    int number = 1;
    EXPECT_EQ(run([&](const Say&) { number = 2; }).end.how, How::finished);
    EXPECT_EQ(number, 1);
}

TEST(Child, ItsCrashIsTold) {
    const Ran ran = run([](const Say& say) {
        say("before");
        std::raise(SIGSEGV);
    });
    EXPECT_EQ(ran.heard, Messages{"before"});
    EXPECT_EQ(ran.end.how, How::crashed);
    EXPECT_EQ(ran.end.what, "Segmentation fault");
}

TEST(Child, AKilledOneIsACrash) {
    const Ran ran = run([](const Say&) { std::raise(SIGKILL); });
    EXPECT_EQ(ran.end.how, How::crashed);
    EXPECT_EQ(ran.end.what, "Killed");
}

TEST(Child, WhatItThrowsIsTold) {
    const Ran ran = run([](const Say& say) {
        say("before");
        throw std::runtime_error("too bad");
    });
    EXPECT_EQ(ran.end.how, How::failed);
    EXPECT_EQ(ran.end.what, "too bad");
    EXPECT_EQ(ran.heard, Messages{"before"});
}

TEST(Child, ASilentOneIsEnded) {
    const Ran ran = run([](const Say&) { ::pause(); }, {.patience = std::chrono::milliseconds(50)});
    EXPECT_EQ(ran.end.how, How::hung);
}

TEST(Child, OneThatIsToStopIsEnded) {
    std::stop_source stop;
    const Ran ran = [&] {
        Ran heard;
        heard.end = run_in_child(
            [](const Say& say) {
                say("ready");
                ::pause();
            },
            [&](std::string_view) { stop.request_stop(); }, {.stop = stop.get_token()});
        return heard;
    }();
    EXPECT_EQ(ran.end.how, How::stopped);
}

TEST(Child, NoneIsLeftWhenTheListenerThrows) {
    EXPECT_THROW(run_in_child(
                     [](const Say& say) {
                         say("ready");
                         ::pause();
                     },
                     [](std::string_view) { throw std::logic_error("no"); }),
                 std::logic_error);
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
}

}  // namespace
}  // namespace morgue::base
