#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>

namespace morgue::base {

/// How a child process ended.
struct ChildEnd {
    enum class How {
        finished,  ///< its work returned
        failed,    ///< its work threw; `what` says what
        crashed,   ///< by a signal; `what` names it
        hung,      ///< it said nothing for too long, and was ended
        stopped,   ///< as asked
    };
    How how = How::finished;
    std::string what;
};

struct ChildWatch {
    std::stop_token stop = {};
    /// A child that says nothing for so long is taken to hang.
    std::chrono::milliseconds patience = std::chrono::seconds{60};
};

/// Hands a message to the parent. Throws FileError when the parent is gone.
using Say = std::function<void(std::string_view message)>;

/// Runs `work` in a copy of this process and waits for its end, so that a crash of it is not ours.
/// `hear` is called here with each whole message. The child has but the calling thread: the work
/// must not wait for what another holds, so it may read files and use memory, and little else. It
/// can change nothing here, and ends when its parent does. Throws FileError when there can be no
/// child.
ChildEnd run_in_child(const std::function<void(const Say&)>& work,
                      const std::function<void(std::string_view message)>& hear,
                      const ChildWatch& watch = {});

}  // namespace morgue::base
