#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace morgue::base {

using Hash128 = std::array<unsigned char, 16>;

/// XXH3, 128 bits, of the parts; each part's length is hashed too, so that ("ab","c") and
/// ("a","bc") differ. Stable for ever: article ids are made of it.
Hash128 hash128(std::initializer_list<std::string_view> parts);

/// XXH3, 64 bits. Of no use on the disk: another version may be seeded.
std::uint64_t hash64(std::string_view bytes) noexcept;

std::string to_hex(std::string_view bytes);
std::string to_hex(const Hash128& hash);

}  // namespace morgue::base
