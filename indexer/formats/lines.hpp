#pragma once

#include <cstddef>
#include <string_view>

namespace morgue::indexer {

inline constexpr std::string_view ascii_space = " \t\n\r\f\v";

constexpr bool is_ascii_space(char c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Whether all white space in a text is spaces, and none of them stands beside another.
inline bool is_single_spaced(std::string_view text) noexcept {
    // Without branches, many bytes go at a time.
    unsigned char odd = 0;
    for (const char c : text) odd |= static_cast<unsigned char>(c - '\t') < 5 ? 1 : 0;
    for (std::size_t i = 1; i < text.size(); ++i)
        odd |= static_cast<unsigned char>((text[i] ^ ' ') | (text[i - 1] ^ ' ')) == 0 ? 1 : 0;
    return odd == 0;
}

inline std::string_view trimmed(std::string_view text) noexcept {
    const std::size_t begin = text.find_first_not_of(ascii_space);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(ascii_space) - begin + 1);
}

/// A line of a text, without its end (LF, CRLF or CR).
struct Line {
    std::string_view text;
    std::size_t begin = 0;  ///< of its first byte
    std::size_t next = 0;   ///< where the next line begins; the text's size at the last

    bool blank() const noexcept { return trimmed(text).empty(); }
};

/// The line that begins at `begin`.
inline Line line_at(std::string_view text, std::size_t begin) noexcept {
    std::size_t end = begin;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
    if (end == text.size()) return {text.substr(begin), begin, end};
    const bool crlf = text.substr(end, 2) == "\r\n";
    return {text.substr(begin, end - begin), begin, end + (crlf ? 2 : 1)};
}

/// Where the first line with something on it begins; the text's size where there is none.
inline std::size_t skip_blank_lines(std::string_view text, std::size_t begin) noexcept {
    while (begin < text.size()) {
        const Line line = line_at(text, begin);
        if (!line.blank()) break;
        begin = line.next;
    }
    return begin;
}

}  // namespace morgue::indexer
