#include <algorithm>

#include <text/numbers.hpp>

namespace morgue::text {

namespace {

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

std::size_t digits_at(std::string_view text, std::size_t at) noexcept {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

}  // namespace

std::optional<std::string> without_thousands_marks(std::string_view number,
                                                   bool dot_groups_thousands) {
    const char decimal_mark = dot_groups_thousands ? ',' : '.';
    const std::string_view group_marks = dot_groups_thousands ? ".' " : ",' ";
    std::size_t at = digits_at(number, 0);
    if (at < 1 || at > 3 || at == number.size()) return std::nullopt;
    const char mark = number[at];
    if (group_marks.find(mark) == std::string_view::npos) return std::nullopt;

    std::string plain(number.substr(0, at));
    while (at < number.size() && number[at] == mark && digits_at(number, at + 1) == 3) {
        plain += number.substr(at + 1, 3);
        at += 4;
    }
    if (plain.size() == digits_at(number, 0)) return std::nullopt;
    std::size_t rest = at;
    if (rest < number.size() && number[rest] == decimal_mark) {
        const std::size_t decimals = digits_at(number, rest + 1);
        if (decimals > 0) rest += 1 + decimals;
    }
    // Any further digit means that the marks were not what they seemed: 1,000,00 or 1,000x2.
    if (std::any_of(number.begin() + static_cast<std::ptrdiff_t>(rest), number.end(), is_digit)) {
        return std::nullopt;
    }
    return plain.append(number.substr(at));
}

}  // namespace morgue::text
