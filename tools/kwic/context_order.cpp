#include <algorithm>
#include <stdexcept>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <tools/kwic/context_order.hpp>

namespace morgue::tools {

namespace {

/// Enough to tell any two contexts apart that a person would look at together.
constexpr std::size_t characters_compared = 80;

using Folded = icu::UnicodeString;

Folded folded(std::string_view text) {
    UErrorCode failed = U_ZERO_ERROR;
    const icu::Normalizer2* const fold = icu::Normalizer2::getNFKCCasefoldInstance(failed);
    const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(failed);
    const icu::StringPiece piece{text.data(), static_cast<std::int32_t>(text.size())};
    Folded out = fold->normalize(Folded::fromUTF8(piece), failed);
    out = decompose->normalize(out, failed);
    if (U_FAILURE(failed) != 0) throw std::runtime_error("ICU cannot fold: its data is missing");
    return out;
}

/// Letters, digits, and the vowel signs of Indian scripts.
bool is_part_of_word(UChar32 c) {
    return u_isalnum(c) != 0 || (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0;
}

bool stands_alone(UChar32 c) {
    return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 ||
           u_hasBinaryProperty(c, UCHAR_EXTENDER) != 0 || uscript_hasScript(c, USCRIPT_HIRAGANA) ||
           uscript_hasScript(c, USCRIPT_KATAKANA) || uscript_hasScript(c, USCRIPT_THAI);
}

/// The words of a text, folded; each character of a script without spaces is one.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    const Folded all = folded(text);
    for (std::int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1)) {
        const UChar32 c = all.char32At(at);
        const bool is_accent = u_getCombiningClass(c) != 0;
        if (is_accent) continue;
        const bool ends_word = !is_part_of_word(c) || stands_alone(c);
        if (ends_word && !words.back().empty()) words.emplace_back();
        if (is_part_of_word(c)) Folded{c}.toUTF8String(words.back());
        if (stands_alone(c) && !words.back().empty()) words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

}  // namespace

std::string sort_key(const Occurrence& occurrence, Side side) {
    const Context context = context_of(occurrence, characters_compared);
    std::vector<std::string> words = words_of(side == Side::left ? context.left : context.right);
    if (side == Side::left) std::reverse(words.begin(), words.end());
    std::string key;
    for (const std::string& word : words) key += word + '\x01';
    key += '\0';
    for (const std::string& word : words_of(context.match)) key += word + '\x01';
    return key;
}

}  // namespace morgue::tools
