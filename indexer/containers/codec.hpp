#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <indexer/packing/packing.hpp>

namespace morgue::indexer {

/// Decompresses one piece (a gzip member, a Zstandard frame) after the other.
class Codec {
  public:
    enum class State { going, ended, failed };
    struct Step {
        std::size_t taken = 0;  ///< bytes of the input
        std::size_t given = 0;  ///< bytes of the output
        State state = State::going;
    };

    virtual ~Codec() = default;
    /// Forgets all: a piece begins.
    virtual void begin() = 0;
    /// Goes on as far as input and output reach.
    virtual Step step(std::string_view in, std::span<char> out) = 0;
    /// What all pieces from here on were compressed with; false where it is no dictionary.
    virtual bool use_dictionary(std::string_view) { return false; }
    /// What is wrong, after a step that failed.
    virtual std::string error() const = 0;
};

/// For any compression but none. Throws std::bad_alloc.
std::unique_ptr<Codec> make_codec(Compression compression);

/// The bytes that every piece begins with.
std::string_view magic_of(Compression compression) noexcept;

}  // namespace morgue::indexer
