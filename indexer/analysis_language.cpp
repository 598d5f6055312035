#include <algorithm>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <indexer/analysis_language.hpp>
#include <text/characters.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t script_sample_bytes = 4096;

struct ScriptCounts {
    std::size_t latin = 0;
    std::size_t others = 0;
    const char* deciding = nullptr;  ///< language of the first script that decides one
};

/// Scripts that one language with a stemmer has to itself.
const char* language_of_script(UScriptCode script) {
    switch (script) {
        case USCRIPT_ARMENIAN:
            return "hy";
        case USCRIPT_TAMIL:
            return "ta";
        default:
            return nullptr;
    }
}

ScriptCounts count_scripts(std::string_view text) {
    ScriptCounts counts;
    const auto length = static_cast<std::int32_t>(std::min(text.size(), script_sample_bytes));
    for (std::int32_t at = 0; at < length;) {
        const auto byte = static_cast<unsigned char>(text[static_cast<std::size_t>(at)]);
        if (byte < 128) {
            counts.latin += (text::byte_traits[byte] & text::trait::letter) != 0 ? 1 : 0;
            ++at;
            continue;
        }
        UChar32 character = 0;
        U8_NEXT(text.data(), at, length, character);
        if (character < 0 || !u_isalpha(character)) continue;
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(character, &status);
        ++(script == USCRIPT_LATIN ? counts.latin : counts.others);
        if (counts.deciding == nullptr) counts.deciding = language_of_script(script);
    }
    return counts;
}

}  // namespace

const text::Language* analysis_language(const Article& article, const std::string& fallback) {
    const std::string_view stated = article.value(Field::lang);
    if (!stated.empty()) return text::find_language(stated);
    const ScriptCounts counts = count_scripts(article.body);
    if (counts.latin >= counts.others)
        return text::find_language(fallback.empty() ? "en" : fallback);
    return counts.deciding == nullptr ? nullptr : text::find_language(counts.deciding);
}

}  // namespace morgue::indexer
