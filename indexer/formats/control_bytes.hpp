#pragma once

namespace morgue::indexer {

/// Shift out, shift in and escape change the set of letters in seven-bit charsets.
constexpr bool is_shift(char c) noexcept {
    return c == 0x0E || c == 0x0F || c == 0x1B;
}

/// But for the white ones.
constexpr bool is_control(char c) noexcept {
    return (static_cast<unsigned char>(c) < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7F;
}

/// NUL is in no text; others in hardly any.
constexpr bool is_odd_control(char c) noexcept {
    return is_control(c) && !is_shift(c);
}

}  // namespace morgue::indexer
