#include <array>
#include <cstddef>
#include <cstring>

#include <base/bytes.hpp>
#include <base/crc32c.hpp>

namespace morgue::base {

namespace {

constexpr std::size_t checksum_bytes = 4;
constexpr std::uint32_t reflected_polynomial = 0x82f63b78;
using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

/// tables[k][b] is the CRC of byte b followed by k zero bytes: eight bytes at a step.
constexpr Tables make_tables() {
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? reflected_polynomial : 0);
        tables[0][byte] = crc;
    }
    for (std::size_t k = 1; k < tables.size(); ++k)
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t before = tables[k - 1][byte];
            tables[k][byte] = (before >> 8) ^ tables[0][before & 0xff];
        }
    return tables;
}

constexpr Tables tables = make_tables();

std::uint32_t byte_at(std::string_view bytes, std::size_t index) noexcept {
    return static_cast<unsigned char>(bytes[index]);
}

std::uint32_t eight_bytes(std::string_view bytes, std::uint32_t crc) noexcept {
    std::uint32_t next = 0;
    for (std::size_t k = 0; k < 8; ++k) {
        const std::uint32_t carried = k < 4 ? (crc >> (8 * k)) & 0xff : 0;
        next ^= tables[7 - k][byte_at(bytes, k) ^ carried];
    }
    return next;
}

#if defined(__x86_64__)
/// The same by the processor's instruction, three times as fast.
__attribute__((target("sse4.2"))) std::uint32_t by_instruction(std::string_view bytes,
                                                               std::uint32_t seed) noexcept {
    std::uint64_t crc = ~seed;
    for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data(), sizeof eight);
        crc = __builtin_ia32_crc32di(crc, eight);
    }
    auto rest = static_cast<std::uint32_t>(crc);
    for (const char byte : bytes)
        rest = __builtin_ia32_crc32qi(rest, static_cast<unsigned char>(byte));
    return ~rest;
}

const bool has_instruction = __builtin_cpu_supports("sse4.2");
#endif

}  // namespace

std::uint32_t crc32c(std::string_view bytes, std::uint32_t seed) noexcept {
#if defined(__x86_64__)
    if (has_instruction) return by_instruction(bytes, seed);
#endif
    return crc32c_by_table(bytes, seed);
}

std::uint32_t crc32c_by_table(std::string_view bytes, std::uint32_t seed) noexcept {
    std::uint32_t crc = ~seed;
    for (; bytes.size() >= 8; bytes.remove_prefix(8)) crc = eight_bytes(bytes, crc);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        crc = (crc >> 8) ^ tables[0][(crc ^ byte_at(bytes, i)) & 0xff];
    return ~crc;
}

std::string sealed(std::string content) {
    put_big_endian(content, crc32c(content), checksum_bytes);
    return content;
}

std::optional<std::string_view> unsealed(std::string_view bytes) noexcept {
    if (bytes.size() < checksum_bytes) return std::nullopt;
    const std::string_view content = bytes.substr(0, bytes.size() - checksum_bytes);
    ByteReader tail(bytes.substr(content.size()));
    if (tail.big_endian(checksum_bytes) != crc32c(content)) return std::nullopt;
    return content;
}

}  // namespace morgue::base
