#include <cstdint>
#include <cstring>

#include <unicode/utf8.h>

#include <text/utf8.hpp>

namespace morgue::text {

namespace {

std::size_t skip_ascii(std::string_view bytes, std::size_t at) noexcept {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::uint64_t eight = 0;
    for (; at + sizeof eight <= bytes.size(); at += sizeof eight) {
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if ((eight & high_bits) != 0) break;
    }
    while (at < bytes.size() && U8_IS_SINGLE(bytes[at])) ++at;
    return at;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) noexcept {
    std::size_t at = skip_ascii(bytes, 0);
    while (at < bytes.size()) {
        const auto character = bytes.substr(at, U8_MAX_LENGTH);
        std::int32_t length = 0;
        UChar32 code = 0;
        U8_NEXT(character.data(), length, static_cast<std::int32_t>(character.size()), code);
        if (code < 0) return false;
        at = skip_ascii(bytes, at + static_cast<std::size_t>(length));
    }
    return true;
}

std::string_view utf8_prefix(std::string_view text, std::size_t limit) noexcept {
    if (text.size() <= limit) return text;
    std::size_t end = limit;
    while (end > 0 && limit - end < U8_MAX_LENGTH && U8_IS_TRAIL(text[end])) --end;
    // More continuation bytes than a character has: malformed, any cut is as good.
    return text.substr(0, U8_IS_TRAIL(text[end]) ? limit : end);
}

}  // namespace morgue::text
