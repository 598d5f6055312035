#include <algorithm>
#include <iterator>

#include <indexer/formats/western_controls.hpp>

namespace morgue::indexer {

namespace {

// U+0080 to U+009F as windows-1252 reads them; empty where it has no character.
constexpr std::string_view meant[32] = {"€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š",
                                        "‹", "Œ", "",  "Ž", "",  "",  "‘", "’", "“", "”", "•",
                                        "–", "—", "˜", "™", "š", "›", "œ", "",  "ž", "Ÿ"};

}  // namespace

std::string without_western_controls(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        // U+0080 to U+00BF are C2 and a byte of the same number.
        const std::size_t at = text.find('\xC2');
        result += text.substr(0, at);
        if (at == std::string_view::npos || at + 1 >= text.size()) break;
        const std::string_view character = text.substr(at, 2);
        const auto number = static_cast<unsigned char>(character[1]);
        const std::string_view known = number < 0xA0 ? meant[number - 0x80] : "";
        result += known.empty() ? character : known;
        text.remove_prefix(at + 2);
    }
    return result;
}

std::optional<unsigned char> western_number(std::string_view character) noexcept {
    const auto* const found = std::find(std::begin(meant), std::end(meant), character);
    if (character.empty() || found == std::end(meant)) return std::nullopt;
    return static_cast<unsigned char>(0x80 + (found - std::begin(meant)));
}

}  // namespace morgue::indexer
