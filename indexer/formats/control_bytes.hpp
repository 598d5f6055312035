#pragma once

#include <indexer/formats/lines.hpp>

namespace morgue::indexer {

/// Shift out, shift in and escape change the set of letters in seven-bit charsets.
constexpr bool is_shift(char c) noexcept {
    return c == 0x0E || c == 0x0F || c == 0x1B;
}

/// NUL is in no text; other control bytes (the white ones apart) in hardly any.
constexpr bool is_odd_control(char c) noexcept {
    return (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) && !is_shift(c) &&
           !is_ascii_space(c);
}

}  // namespace morgue::indexer
