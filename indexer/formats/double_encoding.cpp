#include <algorithm>
#include <array>
#include <cstdint>

#include <unicode/utf8.h>

#include <indexer/formats/double_encoding.hpp>
#include <text/utf8.hpp>

namespace morgue::indexer {

namespace {

/// So many letters by chance, each of which makes UTF-8 with its neighbours, are in no text.
constexpr std::size_t fewest = 3;

/// What windows-1252 has for 0x80 to 0x9F; it leaves five open, which stand for themselves.
/// Source: encoding.spec.whatwg.org, index windows-1252.
constexpr std::array<char16_t, 32> upper_controls{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

/// The byte that the character is in windows-1252, or in Latin-1; nothing where in neither.
std::optional<char> western_byte(UChar32 character) {
    if (character >= 0x80 && character <= 0xFF) return static_cast<char>(character);
    const auto at = std::find(upper_controls.begin(), upper_controls.end(), character);
    if (at == upper_controls.end()) return std::nullopt;
    return static_cast<char>(0x80 + (at - upper_controls.begin()));
}

bool is_ascii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

/// The characters beyond ASCII that begin at `at`, as the bytes that they were; nothing where those
/// are no UTF-8.
std::optional<std::string> run_at(std::string_view utf8, std::size_t& at) {
    std::string bytes;
    while (at < utf8.size() && !is_ascii(utf8[at])) {
        UChar32 character = 0;
        U8_NEXT(utf8.data(), at, utf8.size(), character);
        const auto byte = western_byte(character);
        if (!byte) return std::nullopt;
        bytes += *byte;
    }
    return text::is_valid_utf8(bytes) ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace

std::optional<std::string> decoded_once_more(std::string_view utf8) {
    std::string decoded;
    std::size_t runs = 0;
    std::size_t done = 0;
    const auto next = [&](std::size_t from) {
        const auto found = std::find_if_not(utf8.begin() + static_cast<std::ptrdiff_t>(from),
                                            utf8.end(), is_ascii);
        return static_cast<std::size_t>(found - utf8.begin());
    };
    for (std::size_t at = next(0); at < utf8.size(); at = next(at)) {
        decoded += utf8.substr(done, at - done);
        const auto run = run_at(utf8, at);
        if (!run) return std::nullopt;
        decoded += *run;
        done = at;
        ++runs;
    }
    if (runs < fewest) return std::nullopt;
    return decoded += utf8.substr(done);
}

}  // namespace morgue::indexer
