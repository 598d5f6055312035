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

void put_sortable(std::string& out, std::uint64_t value) {
    assert(value < std::uint64_t{1} << 36);
    const auto bits = static_cast<unsigned>(std::bit_width(value));
    const unsigned bytes = bits <= 15 ? 2 : (bits + 5) / 7;
    const std::size_t first = out.size();
    base::put_big_endian(out, value, bytes);
    out[first] = static_cast<char>(static_cast<unsigned char>(out[first]) | 0xffU << (10 - bytes));
}

void put_sort_string(std::string& out, std::string_view bytes) {
    for (const char byte : bytes) {
        out.push_back(byte);
        if (byte == '\0') out.push_back('\xff');
    }
}

}  // namespace morgue::glass
