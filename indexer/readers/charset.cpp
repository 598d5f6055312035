#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <indexer/formats/control_bytes.hpp>
#include <indexer/readers/charset.hpp>
#include <indexer/readers/charset_detection.hpp>
#include <text/utf8.hpp>

namespace morgue::indexer {

namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct Mark {
    std::string_view bytes;
    const char* charset;
};

// UTF-32 stands first: its little-endian mark begins with that of UTF-16.
constexpr std::array<Mark, 5> marks{{{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                     {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                     {{"\xEF\xBB\xBF", 3}, "UTF-8"},
                                     {{"\xFF\xFE", 2}, "UTF-16LE"},
                                     {{"\xFE\xFF", 2}, "UTF-16BE"}}};

// Labels that browsers read otherwise than ICU: pages mean the larger set of the two.
constexpr std::pair<std::string_view, const char*> meant[] = {
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"latin5", "windows-1254"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"x-gbk", "gb18030"},
    {"gbk", "gb18030"},
    {"big5", "Big5-HKSCS"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"korean", "windows-949"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"iso-8859-8-i", "iso-8859-8"},
    // A page that could be read as far as this label is not UTF-16.
    {"utf-16", "UTF-8"},
    {"utf-16le", "UTF-8"},
    {"utf-16be", "UTF-8"},
    {"unicode", "UTF-8"},
};

/// In printable ASCII, as it may reach a message: stray bytes around a name are no part of it.
std::string normal_label(std::string_view label) {
    std::string normal(label);
    std::erase_if(normal, [](char c) { return c <= ' ' || c > '~'; });
    for (char& c : normal)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    for (const auto& [written, charset] : meant)
        if (normal == written) return charset;
    return normal;
}

// Only names in ICU's own table: it would look for other names among files.
Converter open_converter(const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    if (charset.empty() || charset.size() > 40 || charset.find('\0') != std::string::npos ||
        ucnv_countAliases(charset.c_str(), &status) == 0 || U_FAILURE(status))
        return nullptr;
    Converter converter(ucnv_open(charset.c_str(), &status));
    if (U_FAILURE(status)) return nullptr;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

// Nothing where a byte has no meaning in the charset.
std::optional<std::string> convert(UConverter* converter, std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    std::u16string wide(bytes.size() + 16, u'\0');
    const auto run = [&] {
        status = U_ZERO_ERROR;
        return ucnv_toUChars(converter, wide.data(), static_cast<std::int32_t>(wide.size()),
                             bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    };
    std::int32_t size = run();
    if (status == U_BUFFER_OVERFLOW_ERROR) {
        wide.resize(static_cast<std::size_t>(size) + 1);
        size = run();
    }
    if (U_FAILURE(status)) return std::nullopt;
    std::string utf8;
    icu::UnicodeString(false, wide.data(), size).toUTF8String(utf8);
    return utf8;
}

bool has_odd_control(std::string_view bytes) {
    unsigned char any = 0;
    for (const char c : bytes) any |= is_odd_control(c) ? 1 : 0;
    return any != 0;
}

bool looks_binary(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, 64 << 10);
    if (!has_odd_control(sample)) return false;
    if (sample.find('\0') != sample.npos) return true;
    const auto controls = std::count_if(sample.begin(), sample.end(), is_odd_control);
    return static_cast<std::size_t>(controls) * 10 > sample.size();
}

Unread not_as_declared(std::string_view charset) {
    return {SkipReason::bad_encoding, "its bytes are not " + std::string(charset)};
}

std::variant<DecodedText, Unread> decode_marked(std::string_view bytes, const Mark& mark) {
    const std::string_view rest = bytes.substr(mark.bytes.size());
    if (mark.charset == std::string_view("UTF-8")) {
        if (!text::is_valid_utf8(rest)) return not_as_declared(mark.charset);
        return DecodedText{std::string(rest),
                           static_cast<std::int64_t>(mark.bytes.size()),
                           {mark.charset, Provenance::bom}};
    }
    const Converter converter = open_converter(mark.charset);
    auto utf8 = converter ? convert(converter.get(), rest) : std::nullopt;
    if (!utf8) return not_as_declared(mark.charset);
    return DecodedText{std::move(*utf8), -1, {mark.charset, Provenance::bom}};
}

DecodedText as_utf8(std::string_view bytes) {
    return {std::string(bytes), 0, {"UTF-8", Provenance::detected}};
}

std::string official_name(const std::string& charset) {
    for (const char* standard : {"MIME", "IANA"}) {
        UErrorCode status = U_ZERO_ERROR;
        if (const char* name = ucnv_getStandardName(charset.c_str(), standard, &status))
            return name;
    }
    return charset;
}

std::optional<DecodedText> decode_strictly(std::string_view bytes, const std::string& charset) {
    const Converter converter = open_converter(charset);
    auto utf8 = converter ? convert(converter.get(), bytes) : std::nullopt;
    if (!utf8) return std::nullopt;
    const bool same = *utf8 == bytes;
    return DecodedText{
        std::move(*utf8), same ? 0 : -1, {official_name(charset), Provenance::detected}};
}

std::variant<DecodedText, Unread> decode_declared(std::string_view bytes, UConverter* converter,
                                                  const std::string& charset) {
    // Text in a one-byte charset is practically never valid UTF-8; a mirrored page whose label
    // was overridden by the server's header often is.
    const bool utf8 = has_high_byte(bytes) && text::is_valid_utf8(bytes);
    if (utf8 && (ucnv_getMaxCharSize(converter) == 1 || ucnv_getType(converter) == UCNV_UTF8))
        return as_utf8(bytes);
    const Charset declared{official_name(charset), Provenance::record};
    if (ucnv_getType(converter) == UCNV_UTF8 && !has_high_byte(bytes))
        return DecodedText{std::string(bytes), 0, declared};
    if (auto converted = convert(converter, bytes)) {
        const bool same = *converted == bytes;
        return DecodedText{std::move(*converted), same ? 0 : -1, declared};
    }
    if (utf8) return as_utf8(bytes);
    return not_as_declared(charset);
}

std::variant<DecodedText, Unread> decode_as_marked(std::string_view bytes,
                                                   std::string_view declared) {
    if (bytes.size() > most_decoded) return Unread{SkipReason::too_large, "over 1 GiB of text"};
    for (const Mark& mark : marks)
        if (bytes.starts_with(mark.bytes)) return decode_marked(bytes, mark);
    if (auto wide = detected_wide_charset(bytes))
        if (auto decoded = decode_strictly(bytes, *wide)) return std::move(*decoded);
    if (looks_binary(bytes)) return Unread{SkipReason::binary, {}};
    const std::string charset = normal_label(declared);
    if (const Converter converter = open_converter(charset))
        return decode_declared(bytes, converter.get(), charset);
    // Of the charsets that are ASCII in appearance, all but UTF-8 begin a letter with an escape.
    const bool escapes = std::any_of(bytes.begin(), bytes.end(), is_shift);
    if (!escapes && text::is_valid_utf8(bytes)) return as_utf8(bytes);
    if (const auto likely = detected_charset(bytes))
        if (auto decoded = decode_strictly(bytes, *likely)) return std::move(*decoded);
    if (text::is_valid_utf8(bytes)) return as_utf8(bytes);
    if (auto decoded = decode_strictly(bytes, "windows-1252")) return std::move(*decoded);
    return not_as_declared("windows-1252");
}

}  // namespace

std::variant<DecodedText, Unread> decode_text(std::string_view bytes, std::string_view declared) {
    auto decoded = decode_as_marked(bytes, declared);
    auto* const read = std::get_if<DecodedText>(&decoded);
    if (read == nullptr) return decoded;
    return decoded_fully(std::move(*read));
}

std::variant<DecodedText, Unread> decode_served(std::string_view bytes, std::string_view served,
                                                std::string_view declared) {
    if (!served.empty()) {
        auto decoded = decode_text(bytes, served);
        const auto* unread = std::get_if<Unread>(&decoded);
        if (unread == nullptr || unread->reason != SkipReason::bad_encoding) return decoded;
    }
    return decode_text(bytes, declared);
}

}  // namespace morgue::indexer
