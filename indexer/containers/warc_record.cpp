#include <algorithm>
#include <charconv>
#include <vector>

#include <indexer/containers/header_lines.hpp>
#include <indexer/containers/warc_record.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/words.hpp>

namespace morgue::indexer {

namespace {

constexpr std::string_view mark = "WARC/";

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) noexcept {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// "<urn:uuid:1>" without the brackets, which some writers put around addresses too.
std::string without_brackets(std::string_view value) {
    if (value.size() > 1 && value.front() == '<' && value.back() == '>')
        value = value.substr(1, value.size() - 2);
    return std::string(value);
}

/// "20080430204825" as ISO 8601; nothing for what is no such time.
std::string iso_time(std::string_view digits) {
    if (!all_digits(digits) || digits.size() < 8) return {};
    std::string time = std::string(digits.substr(0, 4)) + '-' + std::string(digits.substr(4, 2)) +
                       '-' + std::string(digits.substr(6, 2));
    if (digits.size() != 14) return time;
    return time + 'T' + std::string(digits.substr(8, 2)) + ':' + std::string(digits.substr(10, 2)) +
           ':' + std::string(digits.substr(12)) + 'Z';
}

}  // namespace

bool begins_warc(std::string_view text) noexcept {
    return text.size() >= mark.size() + 3 && text.starts_with(mark) && is_digit(text[5]) &&
           text[6] == '.' && is_digit(text[7]);
}

std::size_t find_warc(std::string_view text) noexcept {
    std::size_t at = text.find(mark);
    while (at != std::string_view::npos && !begins_warc(text.substr(at)))
        at = text.find(mark, at + 1);
    return at;
}

std::optional<WarcHeader> warc_header(std::string_view text) {
    const HeaderLines lines(text.substr(std::min(text.find('\n') + 1, text.size())));
    const auto length = number_in(lines.value("Content-Length"));
    WarcHeader header;
    header.kind = lower_ascii(lines.value("WARC-Type"));
    if (!length || header.kind.empty()) return std::nullopt;
    header.length = *length;
    header.url = without_brackets(lines.value("WARC-Target-URI"));
    header.date = std::string(lines.value("WARC-Date"));
    header.type = std::string(lines.value("Content-Type"));
    header.id = without_brackets(lines.value("WARC-Record-ID"));
    header.refers_to = without_brackets(lines.value("WARC-Refers-To"));
    header.digest = std::string(lines.value("WARC-Payload-Digest"));
    return header;
}

std::optional<WarcHeader> arc_header(std::string_view line) {
    line = trimmed(line);
    const std::vector<std::string_view> words = words_of(line);
    // Addresses may have spaces, so the time is looked for from the end.
    for (std::size_t i = words.size(); i-- > 2;) {
        if (!all_digits(words[i]) || words[i].size() != 14 || i + 2 >= words.size()) continue;
        const auto length = number_in(words.back());
        const auto url_size = static_cast<std::size_t>(words[i - 1].data() - line.data());
        if (!length) return std::nullopt;
        WarcHeader header;
        header.url = std::string(trimmed(line.substr(0, url_size)));
        if (header.url.find(':') == std::string::npos) return std::nullopt;
        header.kind = header.url.starts_with("filedesc:") ? "warcinfo" : "response";
        header.length = *length;
        header.date = iso_time(words[i]);
        header.type = std::string(words[i + 1]);
        return header;
    }
    return std::nullopt;
}

}  // namespace morgue::indexer
