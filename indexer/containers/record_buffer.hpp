#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>

#include <indexer/containers/byte_stream.hpp>

namespace morgue::indexer {

/// Looks ahead in a stream, and knows where each byte of it is found again.
class RecordBuffer {
  public:
    explicit RecordBuffer(ByteStream& stream) : stream_(stream) {}

    /// What is looked at now.
    std::string_view bytes() const noexcept { return std::string_view(buffer_).substr(begin_); }
    /// Sees to it that so many bytes can be looked at; false where the stream ends or breaks off
    /// before. Views become invalid.
    bool look(std::size_t size);
    /// Goes on behind these bytes, of which all can be looked at.
    void drop(std::size_t size);
    /// Goes on behind so many bytes, without keeping them; gives how many there were.
    std::uint64_t skip(std::uint64_t size);
    /// Of the first byte.
    StreamPlace place() const;

    /// After damage: forgets what is left and goes on where a piece may begin.
    bool resume();
    ByteStream& stream() noexcept { return stream_; }

  private:
    struct Piece {
        std::uint64_t at;  ///< in the stream
        StreamPlace place;
    };

    bool read_more();
    void leave_pieces();

    ByteStream& stream_;
    std::string buffer_;
    std::size_t begin_ = 0;
    std::uint64_t dropped_ = 0;  ///< bytes of the stream before those looked at
    std::deque<Piece> pieces_;   ///< that the bytes looked at are of
};

}  // namespace morgue::indexer
