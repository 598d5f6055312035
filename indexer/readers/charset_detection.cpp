#include <algorithm>
#include <array>
#include <memory>
#include <uchardet.h>

#include <indexer/readers/charset_detection.hpp>

namespace morgue::indexer {

namespace {

/// So much tells as well as all.
constexpr std::size_t sample_bytes = std::size_t{256} << 10;
/// Fewer groups of four bytes may have their zeros by chance.
constexpr std::size_t least_groups = 4;

struct Delete {
    void operator()(uchardet_t detector) const noexcept { uchardet_delete(detector); }
};
using Detector = std::unique_ptr<std::remove_pointer_t<uchardet_t>, Delete>;

/// What libuchardet calls otherwise than ICU, or means a larger charset by.
constexpr std::pair<std::string_view, std::string_view> names[] = {
    {"SHIFT_JIS", "windows-31j"},
    {"UHC", "windows-949"},
    {"EUC-KR", "windows-949"},
    {"GB2312", "gb18030"},
    {"BIG5", "Big5-HKSCS"},
    {"ISO-8859-1", "windows-1252"},
    {"ISO-8859-9", "windows-1254"},
    {"ISO-8859-11", "windows-874"},
    {"TIS-620", "windows-874"},
    {"MAC-CYRILLIC", "x-mac-cyrillic"},
    {"MAC-CENTRALEUROPE", "x-mac-centraleurroman"},
};

/// Charsets of ISO's without letters at 0x80 to 0x9F, and those of Windows that have them there.
constexpr std::pair<std::string_view, std::string_view> with_more_letters[] = {
    {"ISO-8859-2", "windows-1250"},  {"ISO-8859-5", "windows-1251"},
    {"ISO-8859-7", "windows-1253"},  {"ISO-8859-8", "windows-1255"},
    {"ISO-8859-13", "windows-1257"}, {"ISO-8859-15", "windows-1252"},
};

bool has_upper_controls(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) < 0xA0;
    });
}

/// No text has controls: where they would stand, the charset is one of Windows.
std::string_view with_letters_for(std::string_view sample, std::string_view name) {
    if (!has_upper_controls(sample)) return name;
    for (const auto& [iso, windows] : with_more_letters)
        if (name == iso) return windows;
    return name;
}

std::string name_for_icu(std::string_view name) {
    const auto* known = std::find_if(std::begin(names), std::end(names),
                                     [&](const auto& pair) { return pair.first == name; });
    return std::string(known == std::end(names) ? name : known->second);
}

/// Zeros by where they stand in each group of four bytes.
std::array<std::size_t, 4> count_zeros(std::string_view bytes) {
    std::array<std::size_t, 4> zeros{};
    for (std::size_t at = 0; at < bytes.size(); ++at)
        if (bytes[at] == '\0') ++zeros[at % 4];
    return zeros;
}

/// Whether this many of the groups have a zero there.
bool most(std::size_t zeros, std::size_t groups) {
    return zeros * 10 >= groups * 9;
}
bool many(std::size_t zeros, std::size_t groups) {
    return zeros * 5 >= groups;
}

}  // namespace

std::optional<std::string> detected_wide_charset(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, sample_bytes);
    const std::size_t groups = sample.size() / 4;
    if (groups < least_groups || bytes.size() % 2 != 0) return std::nullopt;
    if (sample.find('\0') == sample.npos) return std::nullopt;
    const auto zeros = count_zeros(sample.substr(0, groups * 4));
    if (bytes.size() % 4 == 0) {
        if (zeros[0] == groups && most(zeros[1], groups) && !many(zeros[3], groups))
            return "UTF-32BE";
        if (zeros[3] == groups && most(zeros[2], groups) && !many(zeros[0], groups))
            return "UTF-32LE";
    }
    const std::size_t even = zeros[0] + zeros[2];
    const std::size_t odd = zeros[1] + zeros[3];
    if (many(even, groups * 2) && odd * 100 < even) return "UTF-16BE";
    if (many(odd, groups * 2) && even * 100 < odd) return "UTF-16LE";
    return std::nullopt;
}

std::optional<std::string> detected_charset(std::string_view bytes) {
    if (auto wide = detected_wide_charset(bytes)) return wide;
    const Detector detector(uchardet_new());
    if (!detector) return std::nullopt;
    const std::string_view sample = bytes.substr(0, sample_bytes);
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0)
        return std::nullopt;
    uchardet_data_end(detector.get());
    const std::string_view name = uchardet_get_charset(detector.get());
    if (name.empty() || name == "ASCII") return std::nullopt;
    return name_for_icu(with_letters_for(sample, name));
}

}  // namespace morgue::indexer
