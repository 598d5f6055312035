#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace morgue::text {

struct LetterCount {
    std::size_t letters = 0;
    std::size_t capitals = 0;

    bool all_capital() const noexcept { return capitals > 0 && capitals == letters; }
};

LetterCount count_letters(std::string_view word) noexcept;

/// Appends the word with every apostrophe as '.
void append_with_straight_apostrophes(std::string& out, std::string_view word);

/// "company" of "company's"; none without the ending.
std::optional<std::string_view> without_possessive(std::string_view word) noexcept;

struct Elision {
    std::string_view article;
    std::string_view rest;
};

/// "l" and "État" of "l'État", in any language that elides so; none for other apostrophes.
std::optional<Elision> split_elision(std::string_view word);

/// "Mueller" of "Müller"; the word itself (NFC) if it has no umlaut.
std::string with_umlauts_spelled_out(std::string_view word);

/// The word as written: NFC, without soft hyphens and other ignorable characters.
std::string exact_form(std::string_view word);

/// Whether folding took more from an exact form than capitals.
bool has_accents(std::string_view exact, std::string_view folded);

}  // namespace morgue::text
