#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <base/file.hpp>

namespace morgue::indexer {

struct Message {
    std::string head;
    std::string body;
    base::Descriptor file = {};  ///< that came with it
};

/// How a message came through.
enum class Passage {
    whole,
    closed,    ///< there is nobody at the other end
    late,      ///< the other end did nothing for too long
    too_long,  ///< it has more bytes than it may
};

/// One end of a connection between two processes. Belongs to one thread.
class Channel {
  public:
    explicit Channel(base::Descriptor socket) : socket_(std::move(socket)) {}

    /// How long the other end may do nothing; for ever, where nothing is said.
    void set_patience(std::chrono::seconds patience);
    /// A descriptor goes with the message unless it is -1.
    Passage send(std::string_view head, std::string_view body = {}, int file = -1);
    /// Keeps the memory that `into` has, unless it is much. Of a message of more bytes, nothing is
    /// received.
    Passage receive(Message& into, std::size_t most_bytes);

  private:
    Passage receive_bytes(std::string& into, std::size_t size);
    Passage receive_lengths(char* into, std::size_t size, base::Descriptor& file);

    base::Descriptor socket_;
};

}  // namespace morgue::indexer
