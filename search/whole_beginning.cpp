#include <algorithm>

#include <search/whole_beginning.hpp>

namespace morgue::search {

namespace {

/// Brackets further apart, in bytes, are those of no link.
constexpr std::size_t longest_link_text = 200;

/// Scripts without spaces may be parted anywhere.
bool joins(char byte) {
    const bool is_space = byte == ' ' || (byte >= '\t' && byte <= '\r');
    return !is_space && static_cast<unsigned char>(byte) < 0x80;
}

/// Whether "](" is what closes, on the same line, a bracket before this byte.
bool may_be_link_text(std::string_view body, std::size_t at) {
    const std::size_t close = body.substr(at, longest_link_text).find_first_of("]\n");
    return close != std::string_view::npos && body.substr(at + close).starts_with("](");
}

/// The bracket that opens the link in whose text this byte stands.
std::optional<std::size_t> link_around(std::string_view body, std::size_t at) {
    if (!may_be_link_text(body, at)) return std::nullopt;
    const std::size_t nearest = at - std::min(at, longest_link_text);
    const std::size_t open = body.substr(nearest, at - nearest).find_last_of("[]\n");
    if (open == std::string_view::npos || body[nearest + open] != '[') return std::nullopt;
    return nearest + open;
}

}  // namespace

std::optional<std::size_t> whole_beginning(std::string_view body, std::size_t at,
                                           std::size_t earliest) {
    std::size_t begin = at;
    while (begin > 0 && joins(body[begin - 1]))
        if (begin-- == earliest) return std::nullopt;
    begin = link_around(body, begin).value_or(begin);
    return begin < earliest ? std::nullopt : std::optional{begin};
}

}  // namespace morgue::search
