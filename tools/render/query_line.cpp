#include <algorithm>

#include <tools/render/display_width.hpp>
#include <tools/render/query_line.hpp>
#include <tools/render/safe_text.hpp>

namespace morgue::tools {

namespace {

constexpr std::string_view cut_before = "… ";
constexpr std::string_view cut_after = " …";
constexpr std::size_t columns_of_cut = 2;

bool continues_character(char c) {
    return (c & '\xC0') == '\x80';
}

std::size_t next_character(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && continues_character(text[at]));
    return at;
}

std::size_t previous_character(std::string_view text, std::size_t at) {
    do --at;
    while (at > 0 && continues_character(text[at]));
    return at;
}

std::string_view beginning(std::string_view text, std::size_t columns) {
    std::size_t end = 0;
    while (end < text.size()) {
        const std::size_t next = next_character(text, end);
        const std::size_t width = display_width(text.substr(end, next - end));
        if (width > columns) break;
        columns -= width;
        end = next;
    }
    return text.substr(0, end);
}

std::string_view ending(std::string_view text, std::size_t columns) {
    std::size_t begin = text.size();
    while (begin > 0) {
        const std::size_t before = previous_character(text, begin);
        const std::size_t width = display_width(text.substr(before, begin - before));
        if (width > columns) break;
        columns -= width;
        begin = before;
    }
    return text.substr(begin);
}

}  // namespace

QueryLines query_lines(std::string_view query, std::size_t begin, std::size_t end,
                       std::size_t columns) {
    begin = std::min(begin, query.size());
    end = std::clamp(end, begin, query.size());
    const std::string before = printable(query.substr(0, begin));
    const std::string wrong = printable(query.substr(begin, end - begin));
    const std::string after = printable(query.substr(end));
    const std::size_t room = std::max(columns, 5 * columns_of_cut) - 2 * columns_of_cut;
    const std::string_view middle = beginning(wrong, room / 2);
    const std::string rest = wrong.substr(middle.size()) + after;
    const std::size_t sides = room - display_width(middle);
    const std::size_t right = std::min(display_width(rest), sides / 2);
    const std::string_view left = ending(before, sides - right);
    const std::string_view tail = beginning(rest, sides - display_width(left));
    const std::string lead =
        (left.size() < before.size() ? std::string{cut_before} : "") + std::string{left};
    const std::size_t marked = display_width(middle);
    return {lead + std::string{middle} + std::string{tail} +
                (tail.size() < rest.size() ? std::string{cut_after} : ""),
            std::string(display_width(lead), ' ') + '^' +
                std::string(marked > 1 ? marked - 1 : 0, '~')};
}

}  // namespace morgue::tools
