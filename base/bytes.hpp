#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace morgue::base {

/// Appends an unsigned integer as LEB128: seven bits a byte, least significant first.
inline void put_varint(std::string& out, std::uint64_t value) {
    while (value >= 0x80) {
        out.push_back(static_cast<char>(value | 0x80));
        value >>= 7;
    }
    out.push_back(static_cast<char>(value));
}

/// Appends the length as a varint, then the bytes.
inline void put_string(std::string& out, std::string_view bytes) {
    put_varint(out, bytes.size());
    out.append(bytes);
}

/// Appends the lowest `width` bytes, most significant first, so that byte order is numeric order.
inline void put_big_endian(std::string& out, std::uint64_t value, std::size_t width) {
    std::array<char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(value >> (8 * (bytes.size() - 1 - i)));
    out.append(bytes.end() - width, bytes.end());
}

/// Appends an id or a hash as it is.
inline void put_raw(std::string& out, const std::array<unsigned char, 16>& bytes) {
    out.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

/// Reads what the functions above wrote. A read past the end, or a varint of over 64 bits, fails
/// for good: every later read fails too, so that one check at the end is enough.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (rest_.empty()) break;
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            if (shift == 63 && byte > 1) break;
            value |= std::uint64_t{byte & 0x7fU} << shift;
            if (byte < 0x80) return value;
        }
        return fail();
    }

    std::string_view bytes(std::uint64_t length) {
        if (length > rest_.size()) {
            fail();
            return {};
        }
        const std::string_view taken = rest_.substr(0, static_cast<std::size_t>(length));
        rest_.remove_prefix(taken.size());
        return taken;
    }

    std::string_view string() { return bytes(varint()); }

    std::uint64_t big_endian(std::size_t width) {
        std::uint64_t value = 0;
        for (const char byte : bytes(width)) value = value << 8 | static_cast<unsigned char>(byte);
        return value;
    }

    /// Leaves `into` as it is when there are too few.
    void raw(std::array<unsigned char, 16>& into) {
        const std::string_view taken = bytes(into.size());
        std::copy(taken.begin(), taken.end(), into.begin());
    }

    bool failed() const noexcept { return failed_; }
    /// Everything was read, and all of it was there.
    bool finished() const noexcept { return !failed_ && rest_.empty(); }
    std::size_t left() const noexcept { return rest_.size(); }

  private:
    std::uint64_t fail() {
        failed_ = true;
        rest_ = {};
        return 0;
    }

    std::string_view rest_;
    bool failed_ = false;
};

}  // namespace morgue::base
