#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace morgue::text {

/// One language that Morgue stems. The table is the only list of them.
struct Language {
    std::string_view code;      ///< ISO 639-1
    std::string_view name;      ///< English name
    std::string_view stemmer;   ///< Xapian's name of its Snowball stemmer
    std::string_view script;    ///< ISO 15924: the only script whose words its stemmer knows
    bool dot_groups_thousands;  ///< 1.000 is a thousand
    bool umlaut_twins;          ///< ä may be written ae
    /// So many first letters a word of ASCII keeps, at most two; in a stem of up to three letters
    /// one, if any.
    unsigned kept_letters;
};

std::span<const Language> languages() noexcept;

/// Its place in the table.
std::size_t index_of(const Language& language) noexcept;

/// The language of a code such as "de", "de-AT", "DE_at" or "deu"; none for others.
const Language* find_language(std::string_view code) noexcept;

/// A language tag in the form it is stored: lower case, two letters where ISO 639-1 has them
/// ("de-AT" becomes "de", "deu" becomes "de"); none for what is no language tag.
std::optional<std::string_view> normal_language_code(std::string_view tag) noexcept;

}  // namespace morgue::text
