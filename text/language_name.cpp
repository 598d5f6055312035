#include <string>

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <text/fold.hpp>
#include <text/language.hpp>
#include <text/language_name.hpp>

namespace morgue::text {

namespace {

bool is_called(const icu::Locale& language, const icu::Locale& in, const std::string& folded) {
    icu::UnicodeString shown;
    std::string name;
    language.getDisplayLanguage(in, shown).toUTF8String(name);
    return fold(name) == folded;
}

}  // namespace

std::optional<std::string_view> language_called(std::string_view name) {
    if (const auto code = normal_language_code(name)) return code;
    const std::string folded = fold(name);
    for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
        const icu::Locale language(*known);
        if (is_called(language, icu::Locale::getEnglish(), folded) ||
            is_called(language, language, folded))
            return normal_language_code(*known);
    }
    return std::nullopt;
}

}  // namespace morgue::text
