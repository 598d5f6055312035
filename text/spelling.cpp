#include <algorithm>
#include <array>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <text/characters.hpp>
#include <text/fold.hpp>
#include <text/spelling.hpp>

namespace morgue::text {

namespace {

void append_code(std::string& out, char32_t code) {
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, code);
    out.append(bytes.data(), length);
}

bool is_elided(std::string_view folded) noexcept {
    // French, then Italian; Catalan and Occitan have no others.
    constexpr std::array<std::string_view, 24> words = {
        "c",      "d",    "j",      "jusqu", "l",     "lorsqu", "m",    "n",
        "puisqu", "qu",   "quoiqu", "s",     "t",     "all",    "bell", "coll",
        "dall",   "dell", "nell",   "quell", "quest", "sant",   "sull", "un",
    };
    return std::find(words.begin(), words.end(), folded) != words.end();
}

std::string_view spelled_out(char32_t code) noexcept {
    switch (code) {
        case U'ä':
            return "ae";
        case U'ö':
            return "oe";
        case U'ü':
            return "ue";
        case U'Ä':
            return "Ae";
        case U'Ö':
            return "Oe";
        case U'Ü':
            return "Ue";
        default:
            return {};
    }
}

/// Calls with each character and its bytes.
template <typename Function>
void for_each_character(std::string_view text, Function&& function) {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = character_at(text, at);
        function(character, text.substr(at, character.bytes));
        at += character.bytes;
    }
}

}  // namespace

LetterCount count_letters(std::string_view word) noexcept {
    LetterCount count;
    for_each_character(word, [&](const Character& character, std::string_view) {
        if (character.is(trait::letter)) ++count.letters;
        if (character.is(trait::upper)) ++count.capitals;
    });
    return count;
}

void append_with_straight_apostrophes(std::string& out, std::string_view word) {
    for_each_character(word, [&](const Character& character, std::string_view bytes) {
        out += character.is(trait::apostrophe) ? "'" : bytes;
    });
}

std::optional<std::string_view> without_possessive(std::string_view word) noexcept {
    if (!word.ends_with("'s") && !word.ends_with("'S")) return std::nullopt;
    return word.substr(0, word.size() - 2);
}

std::optional<Elision> split_elision(std::string_view word) {
    const std::size_t apostrophe = word.find('\'');
    if (apostrophe == std::string_view::npos) return std::nullopt;
    const Elision parts{word.substr(0, apostrophe), word.substr(apostrophe + 1)};
    // The longest of them has six letters; other beginnings need not be folded.
    if (parts.article.size() > 6 || !is_elided(fold(parts.article))) return std::nullopt;
    constexpr std::string_view sounds = "aeiouyh";
    const auto first = fold(parts.rest.substr(0, character_at(parts.rest, 0).bytes));
    if (first.empty() || sounds.find(first.front()) == std::string_view::npos) return std::nullopt;
    if (count_letters(parts.rest).letters < 2) return std::nullopt;
    return parts;
}

std::string with_umlauts_spelled_out(std::string_view word) {
    std::string result;
    for_each_character(compose(word), [&](const Character& character, std::string_view bytes) {
        const auto letters = spelled_out(character.code);
        result += letters.empty() ? bytes : letters;
    });
    return result;
}

std::string exact_form(std::string_view word) {
    std::string visible;
    for_each_character(word, [&](const Character& character, std::string_view bytes) {
        if (!character.is(trait::ignorable)) visible += bytes;
    });
    return compose(visible);
}

bool has_accents(std::string_view exact, std::string_view folded) {
    std::string lower;
    for_each_character(exact, [&](const Character& character, std::string_view) {
        append_code(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(character.code))));
    });
    return lower != folded;
}

}  // namespace morgue::text
