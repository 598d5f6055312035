#include <algorithm>
#include <array>
#include <cstdint>

#include <text/boundaries.hpp>

namespace morgue::text {

namespace {

/// Letters of either case as one number.
constexpr std::uint64_t packed(std::string_view word) noexcept {
    std::uint64_t number = 0;
    for (const char letter : word) number = number << 8 | static_cast<unsigned char>(letter | 0x20);
    return number;
}

/// Titles that stand before a name, so that their dot does not end a sentence.
constexpr std::array<std::string_view, 37> titles = {
    "adm", "brig", "capt", "cmdr", "col",  "cpl",  "det",  "dr",     "drs",  "fr",
    "ft",  "gen",  "gov",  "hon",  "hr",   "lt",   "maj",  "messrs", "mlle", "mme",
    "mr",  "mrs",  "ms",   "mt",   "mx",   "pres", "prof", "pvt",    "rep",  "rev",
    "sen", "sgt",  "sr",   "sra",  "srta", "st",   "supt",
};

constexpr std::size_t longest_title = std::ranges::max(titles, {}, &std::string_view::size).size();
static_assert(longest_title <= sizeof(std::uint64_t));

constexpr auto packed_titles = [] {
    std::array<std::uint64_t, titles.size()> numbers{};
    std::ranges::transform(titles, numbers.begin(), packed);
    std::ranges::sort(numbers);
    return numbers;
}();

bool is_title(std::string_view word) noexcept {
    return word.size() <= longest_title && std::ranges::binary_search(packed_titles, packed(word));
}

bool is_ascii(char byte) noexcept {
    return static_cast<unsigned char>(byte) < 128;
}

/// One capital letter, with its accents.
bool is_initial(std::string_view word) noexcept {
    if (word.size() > 1 && is_ascii(word[0]) && is_ascii(word[1])) return false;
    auto character = character_at(word, 0);
    if (!character.is(trait::upper)) return false;
    std::size_t at = character.bytes;
    while (at < word.size()) {
        character = character_at(word, at);
        if (!character.is(trait::mark)) return false;
        at += character.bytes;
    }
    return true;
}

}  // namespace

void Gap::open_after(std::string_view word) noexcept {
    *this = Gap();
    word_before_ = word;
    line_breaks_ = 0;
    at_line_start_ = false;
    sentence_ended_ = false;
}

void Gap::pass_line_break(const Character& character) noexcept {
    at_line_start_ = true;
    if (character.code == U'\n' && last_ == U'\r') return;
    const bool ends_paragraph = character.code == 0x2029;
    line_breaks_ = std::min(line_breaks_ + (ends_paragraph ? 2 : 1), 2);
}

void Gap::pass_sign(const Character& character) noexcept {
    at_line_start_ = false;
    if (character.is(trait::terminator)) {
        const bool abbreviates = character.code == U'.' && last_ == 0 &&
                                 (is_initial(word_before_) || is_title(word_before_));
        if (!abbreviates) terminated_ = true;
        if (character.is(trait::wide_terminator)) sentence_ended_ = true;
    } else if (!character.is(trait::closer)) {
        terminated_ = false;
    }
}

bool Gap::ends_paragraph(const Character& next) const noexcept {
    const bool wrapped = line_breaks_ == 1 && at_line_start_ && next.is(trait::lower);
    return line_breaks_ > 0 && !wrapped;
}

bool Gap::ends_sentence(const Character& next) const noexcept {
    return ends_paragraph(next) || (sentence_ended_ && !next.is(trait::lower));
}

}  // namespace morgue::text
