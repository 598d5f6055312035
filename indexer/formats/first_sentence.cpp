#include <algorithm>
#include <memory>
#include <optional>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/first_sentence.hpp>
#include <indexer/formats/lines.hpp>
#include <text/tokenizer.hpp>
#include <text/utf8.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t looked_at = 4000;      // bytes
constexpr std::int32_t about_longest = 100;  // characters

// Where the first word of the second sentence begins; the text's end where there is none.
std::size_t second_sentence(std::string_view text) {
    std::optional<std::size_t> second;
    bool first = true;
    text::tokenize(text, {}, [&](const text::Token& token) {
        if (token.starts_sentence && !first && !second) second = token.begin;
        first = false;
    });
    return second.value_or(text.size());
}

bool opens(UChar32 c) {
    const auto category = u_charType(c);
    return category == U_START_PUNCTUATION || category == U_INITIAL_PUNCTUATION || c == '"' ||
           c == '\'';
}

// Drops the white space before the second sentence and the quotes that it opens with.
std::string_view without_opening(std::string_view sentence) {
    bool space = false;
    while (!sentence.empty()) {
        const std::size_t last = text::utf8_prefix(sentence, sentence.size() - 1).size();
        std::size_t at = last;
        UChar32 c = 0;
        U8_NEXT(sentence.data(), at, sentence.size(), c);
        if (u_isUWhiteSpace(c))
            space = true;
        else if (space || !opens(c))
            break;
        sentence = sentence.substr(0, last);
    }
    return sentence;
}

// The last end of a word within the limit; the limit itself in one endless word.
std::int32_t cut_before(const icu::UnicodeString& text, std::int32_t limit) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    std::int32_t cut = limit;
    if (U_SUCCESS(status)) {
        words->setText(text);
        if (!words->isBoundary(limit)) cut = words->preceding(limit);
    }
    while (cut > 0 && !u_isalnum(text.char32At(text.moveIndex32(cut, -1))))
        cut = text.moveIndex32(cut, -1);
    return cut > 0 ? cut : limit;
}

}  // namespace

std::string first_sentence(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(ascii_space), text.size()));
    const std::string_view beginning = text::utf8_prefix(text, looked_at);
    const std::size_t end = second_sentence(beginning);
    std::string line = folded_line(without_opening(beginning.substr(0, end)));
    if (line.empty()) return {};
    const auto wide = icu::UnicodeString::fromUTF8(line);
    const bool whole = end < beginning.size() || beginning.size() == text.size();
    if (wide.countChar32() <= about_longest && whole) return line;
    const std::int32_t limit = std::min(wide.moveIndex32(0, about_longest), wide.length());
    std::string cut;
    wide.tempSubString(0, cut_before(wide, limit)).toUTF8String(cut);
    return cut + "…";
}

}  // namespace morgue::indexer
