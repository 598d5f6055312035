#include <cstdint>

#include <indexer/formats/lines.hpp>
#include <indexer/readers/base64.hpp>

namespace morgue::indexer {

namespace {

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::optional<std::string> from_base64(std::string_view text) {
    text = trimmed(text);
    while (text.ends_with('=')) text.remove_suffix(1);
    std::string bytes;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : text) {
        if (ascii_space.find(c) != std::string_view::npos) continue;
        const std::size_t digit = digits.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        held = held << 6 | static_cast<std::uint32_t>(digit);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits & 0xFF);
    }
    return bits < 6 ? std::optional(bytes) : std::nullopt;
}

}  // namespace morgue::indexer
