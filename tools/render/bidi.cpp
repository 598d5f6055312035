#include <optional>

#include <unicode/uchar.h>

#include <tools/render/bidi.hpp>
#include <tools/render/code_points.hpp>

namespace morgue::tools {

namespace {

bool is_right_to_left(UCharDirection direction) {
    return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

}  // namespace

bool has_right_to_left(std::string_view text) {
    bool has = false;
    for_each_code_point(text, [&](UChar32 c, std::string_view) {
        has = has || is_right_to_left(u_charDirection(c)) || u_charDirection(c) == U_ARABIC_NUMBER;
    });
    return has;
}

Direction direction_of(std::string_view text) {
    std::optional<Direction> found;
    for_each_code_point(text, [&](UChar32 c, std::string_view) {
        const UCharDirection direction = u_charDirection(c);
        if (found) return;
        if (direction == U_LEFT_TO_RIGHT) found = Direction::left_to_right;
        if (is_right_to_left(direction)) found = Direction::right_to_left;
    });
    return found.value_or(Direction::left_to_right);
}

Direction prevailing_direction(std::string_view text) {
    std::size_t from_left = 0;
    std::size_t from_right = 0;
    for_each_code_point(text, [&](UChar32 c, std::string_view) {
        const UCharDirection direction = u_charDirection(c);
        from_left += direction == U_LEFT_TO_RIGHT ? 1U : 0U;
        from_right += is_right_to_left(direction) ? 1U : 0U;
    });
    return from_right > from_left ? Direction::right_to_left : Direction::left_to_right;
}

std::string_view isolate_of(Direction direction, std::string_view part) {
    if (direction_of(part) == direction) return "\u2068";
    return direction == Direction::right_to_left ? "\u2067" : "\u2066";
}

}  // namespace morgue::tools
