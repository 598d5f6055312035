#include <algorithm>

#include <unicode/utf8.h>

#include <indexer/formats/double_encoding.hpp>
#include <indexer/formats/western_controls.hpp>
#include <text/utf8.hpp>

namespace morgue::indexer {

namespace {

/// So many letters by chance, each of which makes UTF-8 with its neighbours, are in no text.
constexpr std::size_t fewest = 3;

/// The byte that a character is in windows-1252, or in Latin-1; nothing where in neither. What
/// windows-1252 leaves open stands for itself.
std::optional<char> western_byte(std::string_view utf8, UChar32 character) {
    if (character >= 0x80 && character <= 0xFF) return static_cast<char>(character);
    const auto number = western_number(utf8);
    return number ? std::optional(static_cast<char>(*number)) : std::nullopt;
}

bool is_ascii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

/// The characters beyond ASCII that begin at `at`, as the bytes that they were; nothing where those
/// are no UTF-8.
std::optional<std::string> run_at(std::string_view utf8, std::size_t& at) {
    std::string bytes;
    while (at < utf8.size() && !is_ascii(utf8[at])) {
        const std::size_t begin = at;
        UChar32 character = 0;
        U8_NEXT(utf8.data(), at, utf8.size(), character);
        const auto byte = western_byte(utf8.substr(begin, at - begin), character);
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
