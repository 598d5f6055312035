#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace morgue::glass {

// How Xapian's glass backend writes numbers and strings. Its "uint" and "string" are put_varint()
// and put_string() of base/bytes.hpp. Source: xapian-core 1.4, common/pack.h.

/// '0' or '1'.
void put_bool(std::string& out, bool value);
/// Little-endian bytes without trailing zeros; only at the end of a key.
void put_uint_last(std::string& out, std::uint64_t value);
/// A number whose bytes sort as the numbers do; takes up to 2^36 - 1.
void put_sortable(std::string& out, std::uint64_t value);
/// Bytes that sort as the strings do, whatever follows them. The end needs its mark only where
/// something can follow.
void put_sort_string(std::string& out, std::string_view bytes);
inline void put_sort_string_end(std::string& out) {
    out.push_back('\0');
}

/// What put_sortable() writes as a number, from its highest byte on: sorts as the bytes do.
std::uint64_t sortable_number(std::uint64_t value);

/// Takes what put_sortable() wrote from the front; nothing where the bytes are no such number.
std::optional<std::uint64_t> take_sortable(std::string_view& bytes);
/// Takes what put_sort_string() wrote, with its end where there is one.
std::string take_sort_string(std::string_view& bytes);

}  // namespace morgue::glass
