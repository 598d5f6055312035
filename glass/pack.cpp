#include <bit>
#include <cassert>
#include <glass/pack.hpp>

#include <base/bytes.hpp>

namespace morgue::glass {

void put_bool(std::string& out, bool value) {
    out.push_back(value ? '1' : '0');
}

void put_uint_last(std::string& out, std::uint64_t value) {
    for (; value > 0; value >>= 8) out.push_back(static_cast<char>(value));
}

namespace {

unsigned sortable_bytes(std::uint64_t value) {
    assert(value < std::uint64_t{1} << 36);
    const auto bits = static_cast<unsigned>(std::bit_width(value));
    return bits <= 15 ? 2 : (bits + 5) / 7;
}

}  // namespace

/// The first byte begins with as many ones as there are bytes over two.
std::uint64_t sortable_number(std::uint64_t value) {
    const unsigned bytes = sortable_bytes(value);
    const std::uint64_t ones = (0xffU << (10 - bytes)) & 0xffU;
    return value << (64 - 8 * bytes) | ones << 56;
}

void put_sortable(std::string& out, std::uint64_t value) {
    const unsigned bytes = sortable_bytes(value);
    base::put_big_endian(out, sortable_number(value) >> (64 - 8 * bytes), bytes);
}

void put_sort_string(std::string& out, std::string_view bytes) {
    for (std::size_t zero = bytes.find('\0'); zero != bytes.npos; zero = bytes.find('\0')) {
        out.append(bytes.substr(0, zero + 1)).push_back('\xff');
        bytes.remove_prefix(zero + 1);
    }
    out += bytes;
}

std::optional<std::uint64_t> take_sortable(std::string_view& bytes) {
    if (bytes.empty()) return std::nullopt;
    const auto first = static_cast<unsigned char>(bytes.front());
    const auto length = static_cast<std::size_t>(std::countl_one(first)) + 2;
    if (length > 5 || length > bytes.size()) return std::nullopt;
    std::uint64_t value = base::ByteReader(bytes).big_endian(length);
    bytes.remove_prefix(length);
    // As many ones as the length is over 2, then a zero.
    return value & ((std::uint64_t{1} << (7 * length + 1)) - 1);
}

std::string take_sort_string(std::string_view& bytes) {
    std::string taken;
    while (!bytes.empty()) {
        const char byte = bytes.front();
        bytes.remove_prefix(1);
        if (byte == '\0') {
            if (!bytes.starts_with('\xff')) break;
            bytes.remove_prefix(1);
        }
        taken.push_back(byte);
    }
    return taken;
}

}  // namespace morgue::glass
