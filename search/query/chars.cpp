#include <algorithm>
#include <charconv>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <search/query/chars.hpp>

namespace morgue::query {

namespace {

/// The code point at `at`, negative where the bytes are no UTF-8. Moves `at` behind it.
UChar32 next_code(std::string_view text, std::int32_t& at) {
    const auto size = static_cast<std::int32_t>(text.size());
    UChar32 code = 0;
    U8_NEXT(text.data(), at, size, code);
    return code;
}

bool is_mark(char32_t code) {
    return (U_GET_GC_MASK(static_cast<UChar32>(code)) & U_GC_M_MASK) != 0;
}

bool groups_digits(char32_t code) {
    return code == U'\u00A0' || code == U'\u2009' || code == U'\u202F';
}

bool is_curly_quote(char32_t code) {
    return code == U'“' || code == U'”' || code == U'„' || code == U'‟';
}

}  // namespace

Char char_at(std::string_view text, std::size_t at) {
    auto end = static_cast<std::int32_t>(at);
    const UChar32 code = next_code(text, end);
    return {static_cast<char32_t>(code), static_cast<std::size_t>(end)};
}

std::optional<std::size_t> first_bad_byte(std::string_view text) {
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t begin = at;
        if (next_code(text, at) <= 0) return static_cast<std::size_t>(begin);
    }
    return std::nullopt;
}

bool is_word_char(char32_t code) {
    const auto point = static_cast<UChar32>(code);
    if (u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return false;
    return (U_GET_GC_MASK(point) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

bool has_word(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Char next = char_at(text, at);
        if (is_word_char(next.code) && !is_mark(next.code)) return true;
        at = next.end;
    }
    return false;
}

std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const Char next = char_at(text, at);
        const bool word = is_word_char(next.code);
        if (word && !inside) ++count;
        inside = word;
        at = next.end;
    }
    return count;
}

std::size_t end_of_words(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Char next = char_at(text, at);
        if (is_word_char(next.code)) end = next.end;
        at = next.end;
    }
    return end;
}

bool parts_words(std::string_view text, std::size_t at) {
    const Char here = char_at(text, at);
    if (!u_isUWhiteSpace(static_cast<UChar32>(here.code))) return false;
    const bool between_digits =
        at > 0 && is_digit(text[at - 1]) && here.end < text.size() && is_digit(text[here.end]);
    return !(groups_digits(here.code) && between_digits);
}

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = char_at(text, at).end;
        if (parts_words(text, at)) {
            if (at > begin) words.push_back(text.substr(begin, at - begin));
            begin = end;
        }
        at = end;
    }
    if (begin < text.size()) words.push_back(text.substr(begin));
    return words;
}

bool is_blank(std::string_view text) {
    return split_words(text).empty();
}

bool is_straight_quote(char32_t code) {
    return code == U'"' || code == U'＂';
}

bool is_quote(char32_t code) {
    return is_straight_quote(code) || is_curly_quote(code) || code == U'«' || code == U'»' ||
           code == U'‹' || code == U'›';
}

bool closes_quote(char32_t open, char32_t close) {
    switch (open) {
        case U'"':
        case U'＂':
            return is_straight_quote(close);
        case U'«':
            return close == U'»';
        case U'»':
            return close == U'«' || close == U'»';
        case U'‹':
            return close == U'›';
        case U'›':
            return close == U'‹' || close == U'›';
        default:
            return is_straight_quote(close) || (is_curly_quote(close) && close != U'„');
    }
}

std::size_t ellipsis_at(std::string_view text) {
    constexpr std::string_view one_sign = "…";
    const std::string_view open = text.substr(0, 1);
    const bool enclosed = open == "[" || open == "(";
    const std::string_view inside = text.substr(enclosed ? 1 : 0);
    std::size_t end = std::min(inside.find_first_not_of('.'), inside.size());
    if (end < 3) end = inside.starts_with(one_sign) ? one_sign.size() : 0;
    if (!enclosed || end == 0) return end;
    return inside.substr(end).starts_with(open == "[" ? ']' : ')') ? end + 2 : 0;
}

bool may_be_escaped(char32_t code) {
    return is_quote(code) || code == U'\\' || code == U'*' || code == U'.' || code == U'…';
}

bool is_ascii_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::optional<unsigned> number_up_to(unsigned most, std::string_view text) {
    unsigned number = 0;
    const char* const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    const bool whole = error == std::errc() && at == end;
    return whole && number > 0 && number <= most ? std::optional(number) : std::nullopt;
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& byte : lower)
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    return lower;
}

std::string shown(std::string_view text) {
    constexpr std::size_t limit = 40;
    if (text.size() <= limit) return std::string(text);
    std::size_t end = 0;
    while (char_at(text, end).end <= limit) end = char_at(text, end).end;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace morgue::query
