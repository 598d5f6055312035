#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <text/characters.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>

namespace morgue::text {

namespace {

void check(UErrorCode status) {
    if (U_FAILURE(status)) {
        throw std::runtime_error(std::string("ICU cannot normalise text: ") + u_errorName(status));
    }
}

using GetNormalizer = const icu::Normalizer2* (*)(UErrorCode&);

template <GetNormalizer get>
const icu::Normalizer2& normalizer() {
    static const icu::Normalizer2& instance = [&]() -> const icu::Normalizer2& {
        UErrorCode status = U_ZERO_ERROR;
        const auto* normalizer = get(status);
        check(status);
        return *normalizer;
    }();
    return instance;
}

template <GetNormalizer get>
icu::UnicodeString normalize(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    auto result = normalizer<get>().normalize(text, status);
    check(status);
    return result;
}

constexpr GetNormalizer nfc = icu::Normalizer2::getNFCInstance;
constexpr GetNormalizer nfd = icu::Normalizer2::getNFDInstance;
constexpr GetNormalizer nfkc_casefold = icu::Normalizer2::getNFKCCasefoldInstance;

/// ICU counts in 32 bits, and folding may lengthen the text.
constexpr std::size_t longest_text = std::numeric_limits<std::int32_t>::max() / 20;

icu::UnicodeString from_utf8(std::string_view text) {
    if (text.size() > longest_text) {
        throw std::length_error("text too long to be folded in one piece");
    }
    const auto size = static_cast<std::int32_t>(text.size());
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), size));
}

constexpr UChar32 cyrillic_i = 0x0438;  // и
constexpr UChar32 breve = 0x0306;       // makes it й, a letter of its own

bool is_mark(UChar32 code) {
    return (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
}

/// Elsewhere (Devanagari, Thai, kana …) marks are vowels and voicings, not accents.
bool sheds_accents(UChar32 base) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(base, &status)) {
        case USCRIPT_LATIN:
        case USCRIPT_GREEK:
        case USCRIPT_ARABIC:
        case USCRIPT_HEBREW:
        case USCRIPT_CYRILLIC:
            return u_isalpha(base);
        default:
            return false;
    }
}

icu::UnicodeString without_accents(const icu::UnicodeString& decomposed) {
    icu::UnicodeString result;
    UChar32 last = 0;
    bool sheds = false;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 code = decomposed.char32At(i);
        if (!is_mark(code)) {
            sheds = sheds_accents(code);
        } else if (sheds && !(code == breve && last == cyrillic_i)) {
            continue;
        }
        result.append(code);
        last = code;
    }
    return result;
}

/// What ICU's Latin-ASCII makes of the letters of European languages that no decomposition reaches.
/// To ask ICU itself takes 10 ms the first time.
constexpr std::string_view in_ascii(UChar32 code) noexcept {
    switch (code) {
        case U'æ':
            return "ae";
        case U'ð':
        case U'đ':
            return "d";
        case U'ħ':
            return "h";
        case U'ı':
            return "i";
        case U'ł':
            return "l";
        case U'ŋ':
            return "n";
        case U'ø':
            return "o";
        case U'œ':
            return "oe";
        case U'ŧ':
            return "t";
        case U'þ':
            return "th";
        default:
            return {};
    }
}

void transliterate(icu::UnicodeString& text) {
    thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> created(icu::Transliterator::createInstance(
            "[[:Latin:]-[:ASCII:]] Latin-ASCII", UTRANS_FORWARD, status));
        check(status);
        return created;
    }();
    transliterator->transliterate(text);
    text.foldCase();  // small capitals (ʀ) come out as capitals
}

bool is_latin_beyond_ascii(UChar32 code) {
    UErrorCode status = U_ZERO_ERROR;
    return code >= 0x80 && uscript_getScript(code, &status) == USCRIPT_LATIN;
}

icu::UnicodeString spelled_in_ascii(const icu::UnicodeString& text) {
    icu::UnicodeString result;
    bool known = true;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 code = text.char32At(i);
        const std::string_view letters = in_ascii(code);
        known = known && (!letters.empty() || !is_latin_beyond_ascii(code));
        if (letters.empty())
            result.append(code);
        else
            result.append(from_utf8(letters));
    }
    if (!known) transliterate(result);
    return result;
}

void append_folded_by_icu(std::string& out, std::string_view text) {
    const auto plain = without_accents(normalize<nfd>(normalize<nfkc_casefold>(from_utf8(text))));
    normalize<nfc>(spelled_in_ascii(plain)).toUTF8String(out);
}

constexpr UChar32 tabled_codes = 0x600;

/// The folded forms of single characters below 0x600 (Latin, Greek, Cyrillic, Armenian, Hebrew),
/// found by ICU when first needed. None of these but the marks changes a neighbour.
class FoldedCharacters {
  public:
    void append(std::string& out, UChar32 code, std::string_view bytes) {
        auto& entry = entries_[static_cast<std::size_t>(code)];
        if (!entry.known) fill(entry, bytes);
        out.append(entry.bytes.data(), entry.size);
    }

  private:
    struct Entry {
        bool known = false;
        std::uint8_t size = 0;
        std::array<char, 6> bytes{};
    };

    static void fill(Entry& entry, std::string_view bytes) {
        std::string folded;
        append_folded_by_icu(folded, bytes);
        entry.size = static_cast<std::uint8_t>(folded.copy(entry.bytes.data(), entry.bytes.size()));
        if (entry.size != folded.size()) throw std::logic_error("folded character too long");
        entry.known = true;
    }

    std::array<Entry, tabled_codes> entries_{};
};

bool is_composed(std::string_view text) {
    if (text.size() > longest_text) return false;
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    const bool composed = normalizer<nfc>().isNormalizedUTF8(piece, status);
    check(status);
    return composed;
}

/// Folds character by character; false at one that needs ICU's view of its neighbours.
bool append_folded_simply(std::string& out, std::string_view text) {
    thread_local FoldedCharacters folded;
    for (std::size_t at = 0; at < text.size();) {
        const auto bytes = text.substr(at, U8_MAX_LENGTH);
        std::int32_t length = 0;
        UChar32 code = 0;
        U8_NEXT(bytes.data(), length, static_cast<std::int32_t>(bytes.size()), code);
        const auto character = bytes.substr(0, static_cast<std::size_t>(length));
        if (code < 0) return false;
        if (code < tabled_codes) {
            if (code >= 0x300 && is_mark(code)) return false;
            folded.append(out, code, character);
        } else if (is_common_unspaced(static_cast<char32_t>(code))) {
            // These fold to themselves, whatever stands before them.
            out += character;
        } else {
            return false;
        }
        at += character.size();
    }
    return true;
}

/// The length of the ASCII beginning, which is appended in lower case.
std::size_t append_lower_ascii(std::string& out, std::string_view text) {
    const std::size_t start = out.size();
    out.resize(start + text.size());
    char* to = out.data() + start;
    std::size_t i = 0;
    for (; i < text.size() && U8_IS_SINGLE(text[i]); ++i) {
        const char c = text[i];
        to[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    out.resize(start + i);
    return i;
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
    const std::size_t start = out.size();
    const std::size_t ascii = append_lower_ascii(out, text);
    if (ascii == text.size() || append_folded_simply(out, text.substr(ascii))) return;
    out.resize(start);
    append_folded_by_icu(out, text);
}

std::string fold(std::string_view text) {
    std::string folded;
    append_folded(folded, text);
    return folded;
}

std::string compose(std::string_view text) {
    if (is_valid_utf8(text) && is_composed(text)) return std::string(text);
    std::string composed;
    normalize<nfc>(from_utf8(text)).toUTF8String(composed);
    return composed;
}

}  // namespace morgue::text
