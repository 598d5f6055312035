#include <array>
#include <cstdint>
#include <map>
#include <string>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <indexer/formats/month_names.hpp>
#include <text/fold.hpp>

namespace morgue::indexer {

namespace {

// en_GB for "Sept".
constexpr std::array locales{"en", "en_GB", "de", "de_AT", "fr", "es", "it", "pt",
                             "nl", "ru",    "sv", "da",    "nb", "fi", "pl", "cs",
                             "tr", "uk",    "el", "hu",    "ro", "ca"};

using Symbols = icu::DateFormatSymbols;
using Names = std::map<std::string, int, std::less<>>;

// A word that names different months in different languages names none.
void add(Names& names, const icu::UnicodeString& name, int number) {
    std::string utf8;
    name.toUTF8String(utf8);
    std::string folded = text::fold(utf8);
    while (folded.ends_with('.')) folded.pop_back();
    if (folded.empty()) return;
    const auto [at, fresh] = names.emplace(std::move(folded), number);
    if (!fresh && at->second != number) at->second = 0;
}

template <class Take>
void each_form(Take take) {
    for (const char* locale : locales) {
        UErrorCode status = U_ZERO_ERROR;
        const Symbols symbols(icu::Locale(locale), status);
        if (U_FAILURE(status)) continue;
        for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE})
            for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED})
                take(symbols, context, width);
    }
}

Names month_table() {
    Names names;
    each_form([&](const Symbols& symbols, auto context, auto width) {
        std::int32_t count = 0;
        const icu::UnicodeString* months = symbols.getMonths(count, context, width);
        for (std::int32_t i = 0; i < count && i < 12; ++i) add(names, months[i], i + 1);
    });
    return names;
}

Names weekday_table() {
    Names names;
    each_form([&](const Symbols& symbols, auto context, auto width) {
        std::int32_t count = 0;
        const icu::UnicodeString* days = symbols.getWeekdays(count, context, width);
        for (std::int32_t i = 1; i < count; ++i) add(names, days[i], 1);
    });
    return names;
}

}  // namespace

int month_named(std::string_view folded) {
    static const Names names = month_table();
    const auto at = names.find(folded);
    return at == names.end() ? 0 : at->second;
}

bool is_weekday_name(std::string_view folded) {
    static const Names names = weekday_table();
    return names.contains(folded);
}

}  // namespace morgue::indexer
