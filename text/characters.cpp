#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <text/characters.hpp>

namespace morgue::text {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// Latin, Greek, Cyrillic, Armenian and Hebrew lie below; theirs are looked up in a table.
constexpr std::size_t tabled_codes = 0x600;

bool is_unspaced(UChar32 code) noexcept {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(code, &status)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_BOPOMOFO:
        case USCRIPT_HANGUL:
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR:
            return true;
        case USCRIPT_COMMON:
        case USCRIPT_INHERITED:
            // The long vowel mark ー, voicing marks, repetition marks.
            return uscript_hasScript(code, USCRIPT_KATAKANA) ||
                   uscript_hasScript(code, USCRIPT_HAN) || uscript_hasScript(code, USCRIPT_HANGUL);
        default:
            return false;
    }
}

Traits word_traits(UChar32 code) noexcept {
    switch (u_charType(code)) {
        case U_UPPERCASE_LETTER:
        case U_TITLECASE_LETTER:
            return trait::letter | trait::upper;
        case U_LOWERCASE_LETTER:
            return trait::letter | trait::lower;
        case U_MODIFIER_LETTER:
        case U_OTHER_LETTER:
            return trait::letter;
        case U_NON_SPACING_MARK:
        case U_COMBINING_SPACING_MARK:
        case U_ENCLOSING_MARK:
            return trait::mark;
        case U_DECIMAL_DIGIT_NUMBER:
            return trait::number | trait::digit;
        case U_LETTER_NUMBER:
        case U_OTHER_NUMBER:
            return trait::number;
        default:
            return 0;
    }
}

Traits separator_traits(UChar32 code) noexcept {
    switch (u_charType(code)) {
        case U_CURRENCY_SYMBOL:
            return trait::currency;
        case U_END_PUNCTUATION:
        case U_INITIAL_PUNCTUATION:  // “ closes in German, » opens in Danish
        case U_FINAL_PUNCTUATION:
            return trait::closer;
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
            return trait::space | trait::line_break;
        case U_SPACE_SEPARATOR:
            return trait::space;
        default:
            break;
    }
    if (u_hasBinaryProperty(code, UCHAR_S_TERM)) return trait::terminator;
    return 0;
}

/// Characters that mean more to us than their Unicode properties say.
Traits special_traits(UChar32 code) noexcept {
    switch (code) {
        case 0x2019:  // ’
        case 0x201B:  // ‛
        case 0x02BC:  // ʼ
        case 0xFF07:  // ＇
            return trait::apostrophe | trait::closer;
        case 0x2010:  // ‐
        case 0x2011:  // non-breaking hyphen
            return trait::compounder;
        case 0x2026:  // …
            return trait::terminator;
        case 0x3002:  // 。
        case 0xFF01:  // ！
        case 0xFF1F:  // ？
        case 0xFF61:  // ｡
            return trait::terminator | trait::wide_terminator;
        case 0x0085:
            return trait::space | trait::line_break;
        default:
            return 0;
    }
}

Traits classify(UChar32 code) noexcept {
    if (const Traits special = special_traits(code)) return special;
    if (u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return trait::ignorable;
    Traits traits = word_traits(code);
    if (traits == 0) return separator_traits(code);
    // Thai and Lao sara am are letters to Unicode, and parts of the character before them.
    const bool extends =
        u_hasBinaryProperty(code, UCHAR_GRAPHEME_EXTEND) ||
        u_getIntPropertyValue(code, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_SPACING_MARK;
    if (extends) traits |= trait::mark;
    if (is_unspaced(code)) traits |= trait::unspaced;
    return traits;
}

Traits traits_of(UChar32 code) noexcept {
    static const auto table = [] {
        std::array<Traits, tabled_codes> traits{};
        for (std::size_t i = 0; i < traits.size(); ++i) {
            traits[i] = classify(static_cast<UChar32>(i));
        }
        return traits;
    }();
    if (is_common_unspaced(static_cast<char32_t>(code))) return trait::letter | trait::unspaced;
    const auto index = static_cast<std::size_t>(code);
    return index < table.size() ? table[index] : classify(code);
}

bool is_conjoining(char32_t code) noexcept {
    return (code >= 0x1100 && code < 0x1200) || (code >= 0xA960 && code < 0xA980) ||
           (code >= 0xD7B0 && code < 0xD800);
}

UHangulSyllableType syllable_type(char32_t code) noexcept {
    return static_cast<UHangulSyllableType>(
        u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_HANGUL_SYLLABLE_TYPE));
}

}  // namespace

Character long_character_at(std::string_view text, std::size_t offset) noexcept {
    const auto bytes = text.substr(offset, U8_MAX_LENGTH);
    std::int32_t length = 0;
    UChar32 code = 0;
    U8_NEXT(bytes.data(), length, static_cast<std::int32_t>(bytes.size()), code);
    const auto size = static_cast<std::uint8_t>(length);
    if (code < 0) return {replacement, 0, size};
    return {static_cast<char32_t>(code), traits_of(code), size};
}

// The rules of Unicode's grapheme clusters for Hangul (GB6 to GB8).
bool joins_syllable(char32_t before, char32_t after) noexcept {
    if (!is_conjoining(before) && !is_conjoining(after)) return false;
    const auto next = syllable_type(after);
    switch (syllable_type(before)) {
        case U_HST_LEADING_JAMO:
            return next != U_HST_NOT_APPLICABLE && next != U_HST_TRAILING_JAMO;
        case U_HST_LV_SYLLABLE:
        case U_HST_VOWEL_JAMO:
            return next == U_HST_VOWEL_JAMO || next == U_HST_TRAILING_JAMO;
        case U_HST_LVT_SYLLABLE:
        case U_HST_TRAILING_JAMO:
            return next == U_HST_TRAILING_JAMO;
        default:
            return false;
    }
}

}  // namespace morgue::text
