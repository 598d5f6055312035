#include <algorithm>
#include <array>
#include <cstring>

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <text/language.hpp>

namespace morgue::text {

namespace {

constexpr std::array table = {
    Language{"ar", "Arabic", "arabic", "Arab", false, false, 2},
    Language{"ca", "Catalan", "catalan", "Latn", false, false, 2},
    Language{"da", "Danish", "danish", "Latn", false, false, 2},
    Language{"de", "German", "german", "Latn", true, true, 2},
    Language{"en", "English", "english", "Latn", false, false, 2},
    Language{"es", "Spanish", "spanish", "Latn", true, false, 2},
    Language{"eu", "Basque", "basque", "Latn", false, false, 2},
    Language{"fi", "Finnish", "finnish", "Latn", false, false, 1},
    Language{"fr", "French", "french", "Latn", true, false, 2},
    Language{"ga", "Irish", "irish", "Latn", false, false, 0},
    Language{"hu", "Hungarian", "hungarian", "Latn", false, false, 2},
    Language{"hy", "Armenian", "armenian", "Armn", false, false, 2},
    Language{"id", "Indonesian", "indonesian", "Latn", false, false, 0},
    Language{"it", "Italian", "italian", "Latn", true, false, 2},
    Language{"lt", "Lithuanian", "lithuanian", "Latn", false, false, 2},
    Language{"ne", "Nepali", "nepali", "Deva", false, false, 2},
    Language{"nl", "Dutch", "dutch", "Latn", true, false, 2},
    Language{"no", "Norwegian", "norwegian", "Latn", false, false, 2},
    Language{"pt", "Portuguese", "portuguese", "Latn", true, false, 2},
    Language{"ro", "Romanian", "romanian", "Latn", false, false, 2},
    Language{"ru", "Russian", "russian", "Cyrl", true, false, 2},
    Language{"sv", "Swedish", "swedish", "Latn", false, false, 2},
    Language{"ta", "Tamil", "tamil", "Taml", false, false, 2},
    Language{"tr", "Turkish", "turkish", "Latn", false, false, 0},
};

constexpr bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// Takes the next subtag, one to eight letters or digits, off the tag; empty if there is none.
std::string_view take_subtag(std::string_view& tag) noexcept {
    const auto subtag = tag.substr(0, tag.find_first_of("-_"));
    const bool last = subtag.size() == tag.size();
    tag.remove_prefix(subtag.size() + (last ? 0 : 1));
    const bool well_formed = subtag.size() <= 8 && (last || !tag.empty()) &&
                             std::all_of(subtag.begin(), subtag.end(),
                                         [](char c) { return is_letter(c) || is_digit(c); });
    return well_formed ? subtag : std::string_view();
}

/// All pairs of letters, so that any two-letter code has a view that outlives the call.
constexpr auto letter_pairs = [] {
    std::array<char, std::size_t{26} * 26 * 2> pairs{};
    for (std::size_t i = 0; i < pairs.size() / 2; ++i) {
        pairs[2 * i] = static_cast<char>('a' + i / 26);
        pairs[2 * i + 1] = static_cast<char>('a' + i % 26);
    }
    return pairs;
}();

std::string_view letter_pair(const char* code) noexcept {
    const auto index = static_cast<std::size_t>((code[0] - 'a') * 26 + (code[1] - 'a'));
    return {&letter_pairs[2 * index], 2};
}

/// ICU's own copy of a code without a two-letter form, such as "haw"; none if it knows no such.
std::optional<std::string_view> known_long_code(const char* code) noexcept {
    // Undetermined, several, uncoded, no linguistic content: these name no language.
    constexpr std::array<std::string_view, 4> no_languages = {"und", "mul", "mis", "zxx"};
    if (std::find(no_languages.begin(), no_languages.end(), code) != no_languages.end()) {
        return std::nullopt;
    }
    for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
        if (std::strcmp(*known, code) == 0) return *known;
    }
    return std::nullopt;
}

/// `code`: three letters, lower case. ICU maps terminological codes (deu) by uloc, bibliographic
/// ones (ger) only as aliases of locales.
std::optional<std::string_view> shortened(const char* code) noexcept {
    std::array<char, ULOC_LANG_CAPACITY> language{};
    UErrorCode status = U_ZERO_ERROR;
    uloc_getLanguage(code, language.data(), ULOC_LANG_CAPACITY, &status);
    if (U_FAILURE(status)) return std::nullopt;
    if (std::strlen(language.data()) == 2) return letter_pair(language.data());
    const auto locale = icu::Locale::createCanonical(code);
    if (std::strlen(locale.getLanguage()) == 2) return letter_pair(locale.getLanguage());
    return known_long_code(code);
}

}  // namespace

std::span<const Language> languages() noexcept {
    return table;
}

std::size_t index_of(const Language& language) noexcept {
    return static_cast<std::size_t>(&language - table.data());
}

std::optional<std::string_view> normal_language_code(std::string_view tag) noexcept {
    const auto primary = take_subtag(tag);
    if (primary.size() < 2 || primary.size() > 3) return std::nullopt;
    if (!std::all_of(primary.begin(), primary.end(), is_letter)) return std::nullopt;
    while (!tag.empty()) {
        if (take_subtag(tag).empty()) return std::nullopt;
    }
    std::array<char, 4> code{};
    for (std::size_t i = 0; i < primary.size() && i < 3; ++i) {
        code[i] = static_cast<char>(primary[i] | 0x20);
    }
    if (primary.size() == 3) return shortened(code.data());
    if (*uloc_getISO3Language(code.data()) == '\0') return std::nullopt;  // "xx" is no language
    return letter_pair(code.data());
}

const Language* find_language(std::string_view code) noexcept {
    const auto with_code = [](std::string_view normal) -> const Language* {
        const auto found = std::ranges::find(table, normal, &Language::code);
        return found == table.end() ? nullptr : &*found;
    };
    if (const Language* known = with_code(code)) return known;
    const auto normal = normal_language_code(code);
    if (!normal) return nullptr;
    // Bokmål and Nynorsk have codes of their own and share the stemmer of Norwegian.
    return with_code(*normal == "nb" || *normal == "nn" ? "no" : *normal);
}

}  // namespace morgue::text
