#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <indexer/confined/reading.hpp>
#include <indexer/packing/member.hpp>

namespace morgue::indexer {

/// What a process that reads says first: who does not say the same is another program.
std::string greeting();

/// What such a process is asked for.
enum class Task : char {
    read = 'r',    ///< ReadRequests, whose all_bytes() are the message's body
    open = 'o',    ///< an OpenRequest, with the file
    next = 'n',    ///< the next members of the file that was opened
    take = 't',    ///< an OpenRequest, with the file: the member that its label leads to, at once
    fields = 'f',  ///< a ReadRequest: how the names of its fields are read
};

/// What it says to that.
enum class Answer : char {
    result = 'r',
    failure = 'f',    ///< an exception's words follow
    no_memory = 'm',  ///< there was not enough
};

/// Members of a file that holds others.
struct Unpacked {
    std::vector<Member> members;
    PassedParts passed;  ///< of the file so far
};

/// A file that holds others.
struct OpenRequest {
    std::string_view name;  ///< tells what kind it is
    std::uint64_t size;
    std::size_t most_bytes;       ///< of a member
    std::uint64_t skipped;        ///< members that are known already
    std::string_view label = {};  ///< of the member that is wanted, where it is one
};

/// How a message to such a process begins; what is asked follows.
struct TaskHead {
    Task task;
    std::chrono::seconds time;  ///< of the processor that it may take
};

std::string encode(const TaskHead& head);
std::string encode(const TaskHead& head, std::span<const ReadRequest> requests);
std::string encode(const TaskHead& head, const OpenRequest& request);
/// Those of each file, and behind them those of its companions.
std::string all_bytes(std::span<const ReadRequest> requests);
/// Takes the head off.
TaskHead decode_head(std::string_view& message);
/// What these give refers to the message.
std::vector<ReadRequest> decode_read(std::string_view message, std::string_view bytes);
OpenRequest decode_open(std::string_view message);

std::string encode(const std::vector<Reading>& readings);
std::string encode(const Unpacked& unpacked);

/// Who answers may have been taken over by what it reads. Nothing where an answer breaks what
/// readers promise: there is a reading of each file, its text is UTF-8, and stands in the file's
/// bytes where it says so.
std::optional<std::vector<Reading>> decode_readings(std::string_view answer,
                                                    std::span<const ReadRequest> requests);
std::optional<Unpacked> decode_unpacked(std::string_view answer);

}  // namespace morgue::indexer
