#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace morgue::text {

/// What a character is to the tokenizer; several traits may hold at once.
using Traits = std::uint16_t;

namespace trait {
inline constexpr Traits letter = 1 << 0;
inline constexpr Traits mark = 1 << 1;  ///< attaches to the character before it
inline constexpr Traits number = 1 << 2;
inline constexpr Traits digit = 1 << 3;  ///< a decimal digit; is a number too
inline constexpr Traits upper = 1 << 4;
inline constexpr Traits lower = 1 << 5;
inline constexpr Traits unspaced = 1 << 6;   ///< of a script without spaces, or Hangul
inline constexpr Traits ignorable = 1 << 7;  ///< soft hyphen, joiners …: vanishes in folding
inline constexpr Traits space = 1 << 8;
inline constexpr Traits line_break = 1 << 9;
inline constexpr Traits terminator = 1 << 10;       ///< may end a sentence
inline constexpr Traits wide_terminator = 1 << 11;  ///< 。！？ need no space after them
inline constexpr Traits closer = 1 << 12;           ///< quotes and brackets after a terminator
inline constexpr Traits currency = 1 << 13;
inline constexpr Traits apostrophe = 1 << 14;
inline constexpr Traits compounder = 1 << 15;  ///< hyphen or slash

inline constexpr Traits word = letter | mark | number;
}  // namespace trait

struct Character {
    char32_t code;
    Traits traits;
    std::uint8_t bytes;  ///< 0 at the end of the text

    bool is(Traits any) const noexcept { return (traits & any) != 0; }
    bool is_spaced_word() const noexcept { return is(trait::word) && !is(trait::unspaced); }
};

constexpr Traits ascii_traits(unsigned char byte) noexcept {
    if (byte >= 'A' && byte <= 'Z') return trait::letter | trait::upper;
    if (byte >= 'a' && byte <= 'z') return trait::letter | trait::lower;
    if (byte >= '0' && byte <= '9') return trait::number | trait::digit;
    if (byte >= '\n' && byte <= '\r') return trait::space | trait::line_break;
    switch (byte) {
        case ' ':
        case '\t':
            return trait::space;
        case '.':
        case '!':
        case '?':
            return trait::terminator;
        case '"':
        case ')':
        case ']':
        case '}':
            return trait::closer;
        case '\'':
            return trait::closer | trait::apostrophe;
        case '-':
        case '/':
            return trait::compounder;
        case '$':
            return trait::currency;
        default:
            return 0;
    }
}

/// By byte; a byte of a longer character has no traits.
inline constexpr auto byte_traits = [] {
    std::array<Traits, 256> table{};
    for (unsigned byte = 0; byte < 128; ++byte) {
        table[byte] = ascii_traits(static_cast<unsigned char>(byte));
    }
    return table;
}();

/// The bulk of Chinese, Japanese, Korean and Thai text, known without a look-up: letters of
/// unspaced scripts that attach to nothing.
constexpr bool is_common_unspaced(char32_t code) noexcept {
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3041 && code <= 0x3096) ||
           (code >= 0x30A1 && code <= 0x30FA) || code == 0x30FC ||
           (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0x0E01 && code <= 0x0E30);
}

/// The character that begins at `offset`, which lies in the text and is no ASCII byte. Malformed
/// bytes are characters without traits.
Character long_character_at(std::string_view text, std::size_t offset) noexcept;

inline Character character_at(std::string_view text, std::size_t offset) noexcept {
    if (offset >= text.size()) return {0, 0, 0};
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte < 128) return {byte, byte_traits[byte], 1};
    return long_character_at(text, offset);
}

/// Whether two neighbouring Hangul letters belong to one syllable.
bool joins_syllable(char32_t before, char32_t after) noexcept;

}  // namespace morgue::text
