#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

namespace morgue::base {

using Hash128 = std::array<unsigned char, 16>;

/// XXH3, 128 bits, of the parts; each part's length is hashed too, so that ("ab","c") and
/// ("a","bc") differ. Stable for ever: article ids are made of it.
Hash128 hash128(std::initializer_list<std::string_view> parts);

std::string to_hex(std::string_view bytes);
std::string to_hex(const Hash128& hash);

}  // namespace morgue::base
