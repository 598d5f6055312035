#include <algorithm>

#include <indexer/formats/page_path.hpp>

namespace morgue::indexer {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string without_escapes(std::string_view href) {
    std::string path;
    for (std::size_t i = 0; i < href.size(); ++i) {
        const int high = href[i] == '%' && i + 2 < href.size() ? hex_digit(href[i + 1]) : -1;
        const int low = high < 0 ? -1 : hex_digit(href[i + 2]);
        path += low < 0 ? href[i] : static_cast<char>(high * 16 + low);
        if (low >= 0) i += 2;
    }
    return path;
}

/// Without empty parts and points; empty for what leads out of the folder.
std::string plain_path(std::string_view path) {
    if (path.starts_with('/') || path.find('\0') != std::string_view::npos) return {};
    if (path.find(':') != std::string_view::npos || path.find('\\') != std::string_view::npos)
        return {};
    std::string within;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, end - at);
        if (part == "..") return {};
        if (!part.empty() && part != ".") within.append(within.empty() ? "" : "/").append(part);
        at = end + 1;
    }
    return within;
}

}  // namespace

std::string path_within(std::string_view href) {
    // As docWorks writes what is relative.
    constexpr std::string_view here = "file://./";
    if (href.starts_with(here)) href.remove_prefix(here.size());
    return plain_path(without_escapes(href));
}

bool is_within_folder(std::string_view path) {
    return !path.empty() && plain_path(path) == path;
}

}  // namespace morgue::indexer
