#include <algorithm>

#include <indexer/formats/lines.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/readers/html_charset.hpp>

namespace morgue::indexer {

namespace {

// Browsers look through 1 KiB; pages have been seen to declare it somewhat later.
constexpr std::size_t looked_at = 4096;

bool begins(std::string_view text, std::string_view lower_case) {
    return lower_ascii(text.substr(0, lower_case.size())) == lower_case;
}

// The value after `name` and an equals sign, bare or in quotes; empty where there is none.
std::string assigned(std::string_view tag, std::string_view name) {
    const std::size_t at = tag.find(name);
    if (at == std::string_view::npos) return {};
    tag.remove_prefix(at + name.size());
    tag.remove_prefix(std::min(tag.find_first_not_of(ascii_space), tag.size()));
    if (!tag.starts_with('=')) return {};
    tag.remove_prefix(1);
    tag.remove_prefix(std::min(tag.find_first_not_of(" \t\r\n\"'"), tag.size()));
    return std::string(tag.substr(0, tag.find_first_of(" \t\r\n\"';>/")));
}

}  // namespace

std::string declared_charset(std::string_view page) {
    std::string_view rest = page.substr(0, looked_at);
    if (begins(rest, "<?xml")) {
        auto encoding = assigned(lower_ascii(rest.substr(0, rest.find('>'))), "encoding");
        if (!encoding.empty()) return encoding;
    }
    for (std::size_t at = rest.find('<'); at != std::string_view::npos; at = rest.find('<')) {
        rest.remove_prefix(at);
        const bool comment = rest.starts_with("<!--");
        const std::size_t end = comment ? rest.find("-->") : rest.find('>');
        if (begins(rest, "<meta")) {
            auto charset = assigned(lower_ascii(rest.substr(0, end)), "charset");
            if (!charset.empty()) return charset;
        }
        if (end == std::string_view::npos) return {};
        rest.remove_prefix(end);
    }
    return {};
}

}  // namespace morgue::indexer
