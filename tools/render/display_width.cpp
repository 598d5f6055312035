#include <algorithm>
#include <cstdint>

#include <unicode/uchar.h>

#include <tools/render/code_points.hpp>
#include <tools/render/display_width.hpp>
#include <tools/render/text_boundaries.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t wide = 2;
constexpr std::size_t widest_tab = 8;

constexpr UChar32 soft_hyphen = 0xAD;
constexpr UChar32 joiner = 0x200D;
constexpr UChar32 emoji_selector = 0xFE0F;

bool takes_no_column(UChar32 c) {
    constexpr std::uint32_t marks = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
    const auto hangul = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
    return ((U_MASK(u_charType(c)) & marks) != 0 && c != soft_hyphen) ||
           hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO;
}

std::size_t width_of(UChar32 c) {
    if (c < 0) return 1;
    if (c == '\t') return widest_tab;
    if (takes_no_column(c)) return 0;
    const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? wide : 1;
}

/// A flag, a family, a keycap: several characters that terminals draw as one picture.
bool is_picture(std::string_view cluster) {
    std::size_t letters_of_flags = 0;
    bool has_picture = false;
    bool is_joined = false;
    for_each_code_point(cluster, [&](UChar32 c, std::string_view) {
        has_picture = has_picture || u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC);
        is_joined = is_joined || c == joiner || u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER);
        if (u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR)) ++letters_of_flags;
    });
    return letters_of_flags > 1 || (has_picture && is_joined);
}

bool asks_for_emoji(std::string_view cluster) {
    bool asks = false;
    for_each_code_point(cluster,
                        [&](UChar32 c, std::string_view) { asks = asks || c == emoji_selector; });
    return asks;
}

bool is_ascii_line(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

std::size_t cluster_width(std::string_view cluster) {
    if (is_ascii_line(cluster)) return cluster.size();
    if (is_picture(cluster) || asks_for_emoji(cluster)) return wide;
    std::size_t width = 0;
    for_each_code_point(cluster, [&](UChar32 c, std::string_view) { width += width_of(c); });
    return width;
}

std::size_t display_width(std::string_view text) {
    if (is_ascii_line(text)) return text.size();
    std::size_t width = 0;
    for_each_piece(text, Boundary::cluster,
                   [&](const Piece& cluster) { width += cluster_width(cluster.text); });
    return width;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for_each_code_point(text, [&](UChar32, std::string_view) { ++count; });
    return count;
}

}  // namespace morgue::tools
