#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <tools/render/display_width.hpp>

namespace morgue::tools {

namespace {

bool takes_no_column(UChar32 c) {
    constexpr std::uint32_t marks = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
    const bool is_soft_hyphen = c == 0xAD;
    const auto hangul = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
    return ((U_MASK(u_charType(c)) & marks) != 0 && !is_soft_hyphen) ||
           hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO;
}

std::size_t width_of(UChar32 c) {
    if (c < 0) return 1;
    if (takes_no_column(c)) return 0;
    const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

template <typename Function>
std::size_t sum_over_characters(std::string_view text, Function weight) {
    const char* const data = text.data();
    const auto length = static_cast<std::int64_t>(text.size());
    std::size_t sum = 0;
    for (std::int64_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT(data, at, length, c);
        sum += weight(c);
    }
    return sum;
}

}  // namespace

std::size_t display_width(std::string_view text) {
    return sum_over_characters(text, width_of);
}

std::size_t count_characters(std::string_view text) {
    return sum_over_characters(text, [](UChar32) { return std::size_t{1}; });
}

}  // namespace morgue::tools
