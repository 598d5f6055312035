#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace morgue::crash {

/// What a call did, as the log tells it.
struct Record {
    std::uint64_t inode = 0;
    std::uint64_t offset = 0;
    std::string_view data = {};
    std::string other = {};  ///< the new name, of a rename
};

enum class Needs { nothing, space };

/// One system call of the program under test. Those on paths below $CRASH_WATCH are counted from 1,
/// written to $CRASH_LOG when they succeed, and fail as $CRASH_FAULT says: the number of the call,
/// and an error number, or `kill`, `short` (half of a write), or `full` (half of a write, and no
/// space for anything afterwards). Other calls pass.
class Call {
  public:
    Call(const char* name, std::string path, Needs needs = Needs::nothing);

    /// False: the call has failed already, errno says how.
    bool allowed();
    /// How many of so many bytes are to be written.
    std::size_t share(std::size_t size) const noexcept { return half_ ? (size + 1) / 2 : size; }
    /// Gives the result back, after the record that `fn` makes is written down.
    template <typename Result, typename Fn>
    Result done(Result result, Fn&& fn) {
        if (watched_ && result >= 0) write_down(fn());
        return result;
    }
    template <typename Result>
    Result done(Result result) {
        return done(result, [] { return Record{}; });
    }

  private:
    void write_down(const Record& record) const;

    const char* name_;
    std::string path_;
    Needs needs_;
    bool watched_;
    bool half_ = false;
    std::unique_lock<std::mutex> turn_;  ///< the log's order is that of the effects
};

/// Of what an open file is; empty where that cannot be told.
std::string path_of(int file);
/// As the system would find it.
std::string path_of(int folder, const char* path);
std::uint64_t inode_of(int file);
std::uint64_t inode_of(int folder, const char* path);

}  // namespace morgue::crash
