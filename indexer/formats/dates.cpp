#include <initializer_list>
#include <vector>

#include <indexer/formats/date_pieces.hpp>
#include <indexer/formats/dates.hpp>
#include <indexer/formats/month_names.hpp>
#include <indexer/formats/time_of_day.hpp>
#include <schema/date.hpp>
#include <text/fold.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t longest = 120;  // bytes

// 0001-01-01 and 9999-12-31 are programs' words for "no date" and "never".
constexpr int first_year = 1000;
constexpr int last_year = 2100;

// Words around the parts of a date that say nothing.
constexpr std::string_view fillers[] = {
    "de", "del", "di", "of", "the", "den", "der", "am",   "um",   "at",   "on", "le", "el",
    "il", "la",  "a",  "om", "op",  "das", "as",  "alle", "г",    "года", "st", "nd", "rd",
    "th", "er",  "o",  "t",  "в",   "к",   "r",   "р",    "року", "roku", "kl"};

template <class List>
bool one_of(const List& list, std::string_view word) {
    for (const std::string_view entry : list)
        if (word == entry) return true;
    return false;
}

// The numbers and the month of a date with the marks before each of them.
struct Parts {
    std::vector<Piece> items;
    std::vector<std::string> marks;  ///< one more than items: the last is what follows them

    bool shape(std::initializer_list<Kind> kinds) const {
        if (items.size() != kinds.size()) return false;
        std::size_t i = 0;
        for (const Kind kind : kinds)
            if (items[i++].kind != kind) return false;
        return true;
    }
    bool year_at(std::size_t i) const { return items[i].number(4); }
    bool day_at(std::size_t i) const { return items[i].small_number(); }
    /// Whether all marks between the items are this one.
    bool between(std::string_view mark) const {
        for (std::size_t i = 1; i + 1 < marks.size(); ++i)
            if (marks[i] != mark) return false;
        return true;
    }
};

// "mar. 5 mars": the Tuesday, since a month follows.
bool is_weekday_here(const std::vector<Piece>& pieces, std::size_t at) {
    if (!is_weekday_name(pieces[at].text)) return false;
    if (pieces[at].kind != Kind::month) return true;
    for (std::size_t i = at + 1; i < pieces.size(); ++i)
        if (pieces[i].kind == Kind::month) return true;
    return false;
}

std::optional<Parts> to_parts(const std::vector<Piece>& pieces) {
    Parts parts;
    parts.marks.emplace_back();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const bool weekday = is_weekday_here(pieces, i);
        if (weekday && i + 1 < pieces.size() && pieces[i + 1].is(".")) ++i;
        if (weekday || (piece.kind == Kind::word && one_of(fillers, piece.text))) continue;
        if (piece.kind == Kind::word || parts.items.size() > 3) return std::nullopt;
        if (piece.kind == Kind::mark) {
            parts.marks.back() += piece.text;
        } else {
            parts.items.push_back(piece);
            parts.marks.emplace_back();
        }
    }
    if (!parts.marks.front().empty()) return std::nullopt;
    return parts;
}

std::string iso_day(int year, int month, int day) {
    return padded(year, 4) + "-" + padded(month) + "-" + padded(day);
}

bool may_follow(std::string_view mark) {
    return mark.empty() || mark == "." || mark == "日" || mark == "일";
}

std::optional<std::string> named_month(const Parts& parts) {
    for (std::size_t i = 1; i + 1 < parts.marks.size(); ++i) {
        const std::string& mark = parts.marks[i];
        if (!mark.empty() && mark != "." && mark != "-" && mark != "/") return std::nullopt;
    }
    const auto& items = parts.items;
    using enum Kind;
    if (parts.shape({number, month, number}) && parts.day_at(0) && parts.year_at(2))
        return iso_day(items[2].value, items[1].value, items[0].value);
    if (parts.shape({number, month, number}) && parts.year_at(0) && parts.day_at(2))
        return iso_day(items[0].value, items[1].value, items[2].value);
    if (parts.shape({month, number, number}) && parts.day_at(1) && parts.year_at(2))
        return iso_day(items[2].value, items[0].value, items[1].value);
    if (parts.shape({month, number}) && parts.year_at(1))
        return padded(items[1].value, 4) + "-" + padded(items[0].value);
    return std::nullopt;
}

std::optional<std::string> year_first(const Parts& parts) {
    const bool east_asian =
        (parts.marks[1] == "年" && parts.marks[2] == "月" && parts.marks.back() == "日") ||
        (parts.marks[1] == "년" && parts.marks[2] == "월" && parts.marks.back() == "일");
    const bool marked = parts.between("-") || parts.between("/") || parts.between(".");
    if (!(east_asian || marked) || !parts.day_at(1) || !parts.day_at(2)) return std::nullopt;
    return iso_day(parts.items[0].value, parts.items[1].value, parts.items[2].value);
}

// 04.03.2019 has the day first; with other marks only what can be read in one way.
std::optional<std::string> year_last(const Parts& parts) {
    if (!parts.day_at(0) || !parts.day_at(1)) return std::nullopt;
    const int first = parts.items[0].value;
    const int second = parts.items[1].value;
    const int year = parts.items[2].value;
    if (parts.between(".")) return iso_day(year, second, first);
    if (!parts.between("/") && !parts.between("-")) return std::nullopt;
    if (first > 12 || first == second) return iso_day(year, second, first);
    if (second > 12) return iso_day(year, first, second);
    return std::nullopt;
}

std::optional<std::string> numbers_only(const Parts& parts) {
    const auto& items = parts.items;
    if (items.size() == 3 && parts.year_at(0)) return year_first(parts);
    if (items.size() == 3 && parts.year_at(2)) return year_last(parts);
    if (items.size() == 2 && parts.year_at(0) && parts.day_at(1)) {
        const bool marked = parts.between("-") || parts.between("/");
        const bool east_asian = (parts.between("年") && parts.marks.back() == "月") ||
                                (parts.between("년") && parts.marks.back() == "월");
        if (!marked && !east_asian) return std::nullopt;
        return padded(items[0].value, 4) + "-" + padded(items[1].value);
    }
    if (items.size() != 1) return std::nullopt;
    if (items[0].number(4)) return std::string(items[0].text);
    if (!items[0].number(8)) return std::nullopt;
    const std::string digits(items[0].text);
    return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
}

std::optional<std::string> day_of(const Parts& parts) {
    const std::string& tail = parts.marks.back();
    if (!may_follow(tail) && tail != "月" && tail != "월" && tail != "年" && tail != "년")
        return std::nullopt;
    bool named = false;
    for (const Piece& item : parts.items) named |= item.kind == Kind::month;
    return named ? named_month(parts) : numbers_only(parts);
}

}  // namespace

std::optional<std::string> written_date(std::string_view text) {
    if (text.size() > longest) return std::nullopt;
    const std::string folded = text::fold(text);
    std::vector<Piece> pieces = date_pieces(folded);
    const std::string time = take_time_of_day(pieces);
    const auto parts = to_parts(pieces);
    if (!parts) return std::nullopt;
    auto iso = day_of(*parts);
    if (!iso) return std::nullopt;
    const auto day = schema::parse_date(*iso);
    if (!day || day->year < first_year || day->year > last_year) return std::nullopt;
    if (day->precision == schema::DatePrecision::day) *iso += time;
    return schema::parse_date(*iso) ? iso : std::nullopt;
}

}  // namespace morgue::indexer
