#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include <indexer/containers/codec.hpp>
#include <indexer/formats/reader.hpp>
#include <indexer/packing/input.hpp>

namespace morgue::indexer {

/// Where a byte of a stream is found again: where in the file the piece begins that holds it, and
/// how many bytes of the piece come before it.
struct StreamPlace {
    std::uint64_t begin = 0;
    std::uint64_t before = 0;
};

/// "1042", or "1042+536" for what does not begin a piece.
std::string to_string(const StreamPlace& place);
/// The same back; nothing for another text.
std::optional<StreamPlace> place_in(std::string_view text);

/// Some bytes, all of one piece.
struct Chunk {
    std::size_t size = 0;  ///< 0 at the end, and where there is damage
    StreamPlace place = {};
};

/// A file's bytes in order, decompressed.
class ByteStream {
  public:
    virtual ~ByteStream() = default;
    virtual Chunk read(std::span<char> into) = 0;
    /// Why it does not go on, though it is not at its end.
    virtual const std::optional<Unread>& damage() const noexcept = 0;
    /// Where it was found.
    virtual StreamPlace damage_place() const noexcept = 0;
    /// Whether any byte can be found by its own offset.
    virtual bool is_plain() const noexcept { return false; }
    /// After damage: goes on at the next place where a piece may begin. False where there is none.
    virtual bool resume() = 0;
};

/// The input outlives it. Not to be read beyond a hundred times the input's size, which counts as
/// damage, as does what does not end properly.
std::unique_ptr<ByteStream> open_stream(Input& input, Compression compression);
/// The same from a place on that a stream told of.
std::unique_ptr<ByteStream> open_stream_at(Input& input, Compression compression,
                                           const StreamPlace& place);

/// All that a small file holds, decompressed; or why not: damage, or more than `most` bytes.
std::variant<std::string, Unread> decompressed(Input& input, Compression compression,
                                               std::size_t most);

}  // namespace morgue::indexer
