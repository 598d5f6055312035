#pragma once

#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace morgue::glass {

/// Bytes for encoders that write many short things: they ask once for the most that they may need,
/// and write without looking.
class ByteBuffer {
  public:
    /// Where to write at most so many bytes; then close().
    char* open(std::size_t most) {
        if (bytes_.size() - size_ < most) bytes_.resize(2 * bytes_.size() + most);
        return bytes_.data() + size_;
    }
    void close(const char* end) noexcept {
        size_ = static_cast<std::size_t>(end - bytes_.data());
        assert(size_ <= bytes_.size());
    }

    std::size_t size() const noexcept { return size_; }
    std::size_t capacity() const noexcept { return bytes_.capacity(); }
    std::string_view view() const noexcept { return {bytes_.data(), size_}; }
    void clear() noexcept { size_ = 0; }

  private:
    std::string bytes_;
    std::size_t size_ = 0;
};

/// Of a number of 32 bits.
inline constexpr std::size_t longest_varint = 5;
inline constexpr std::size_t longest_long_varint = 10;  ///< of 64 bits

constexpr std::size_t varint_bytes(std::uint32_t value) {
    return (static_cast<unsigned>(std::bit_width(value | 1U)) + 6) / 7;
}

inline char* put_varint(char* at, std::uint64_t value) noexcept {
    for (; value >= 0x80; value >>= 7) *at++ = static_cast<char>(value | 0x80);
    *at++ = static_cast<char>(value);
    return at;
}

inline char* put_bytes(char* at, std::string_view bytes) noexcept {
    std::memcpy(at, bytes.data(), bytes.size());
    return at + bytes.size();
}

}  // namespace morgue::glass
