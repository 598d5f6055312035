#include <array>
#include <chrono>
#include <ctime>
#include <string>
#include <vector>

#include <search/query/chars.hpp>
#include <search/query/relative_dates.hpp>

namespace morgue::query {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr unsigned most_units = 9999;

enum class Unit { day, week, month, year };

struct UnitName {
    std::string_view name;
    char letter;
    Unit unit;
};

constexpr std::array<UnitName, 4> unit_names{{{"day", 'd', Unit::day},
                                              {"week", 'w', Unit::week},
                                              {"month", 'm', Unit::month},
                                              {"year", 'y', Unit::year}}};

std::optional<Unit> unit_called(std::string_view name) {
    for (const UnitName& unit : unit_names)
        if (name == unit.name || (name.size() == unit.name.size() + 1 && name.back() == 's' &&
                                  name.starts_with(unit.name)))
            return unit.unit;
    return std::nullopt;
}

std::optional<Unit> unit_lettered(char letter) {
    for (const UnitName& unit : unit_names)
        if (letter == unit.letter) return unit.unit;
    return std::nullopt;
}

schema::CalendarDate date_of(sys_days day) {
    const year_month_day date{day};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

/// The same day of another month, or that month's last.
sys_days in_month(year_month_day date) {
    return date.ok() ? sys_days{date} : sys_days{date.year() / date.month() / std::chrono::last};
}

/// The units that end with this day.
std::optional<DateRange> units_until(sys_days day, unsigned count, Unit unit) {
    const year_month_day date{day};
    const sys_days before = unit == Unit::day     ? day - days{count}
                            : unit == Unit::week  ? day - days{7 * count}
                            : unit == Unit::month ? in_month(date - months{count})
                                                  : in_month(date - years{count});
    if (year_month_day{before}.year() < std::chrono::year{1}) return std::nullopt;
    return DateRange{date_of(before + days{1}), date_of(day)};
}

/// The calendar's week, month or year that holds the day, or that so many before.
DateRange calendar_unit(sys_days day, int before, Unit unit) {
    const year_month_day date{day};
    const auto month_begin = [](year_month_day of) { return sys_days{of.year() / of.month() / 1}; };
    sys_days first = day - days{before};
    sys_days next = first + days{1};
    if (unit == Unit::week) {
        first = day - (std::chrono::weekday{day} - std::chrono::Monday) - days{7 * before};
        next = first + days{7};
    } else if (unit == Unit::month) {
        first = month_begin(year_month_day{month_begin(date)} - months{before});
        next = month_begin(year_month_day{first} + months{1});
    } else if (unit == Unit::year) {
        first = sys_days{(date.year() - years{before}) / 1 / 1};
        next = sys_days{(date.year() - years{before} + years{1}) / 1 / 1};
    }
    return {date_of(first), date_of(next - days{1})};
}

}  // namespace

schema::CalendarDate today() {
    const std::time_t now = std::time(nullptr);
    std::tm here{};
    localtime_r(&now, &here);
    return {here.tm_year + 1900, here.tm_mon + 1, here.tm_mday};
}

std::optional<DateRange> relative_days(std::string_view text, const schema::CalendarDate& from) {
    const sys_days day{std::chrono::year{from.year} / from.month / from.day};
    const std::string lower = ascii_lower(text);
    const std::vector<std::string_view> words = split_words(lower);
    if (words.size() == 1 && words[0] == "today") return calendar_unit(day, 0, Unit::day);
    if (words.size() == 1 && words[0] == "yesterday") return calendar_unit(day, 1, Unit::day);
    if (words.size() == 1 && words[0].size() > 1) {
        const auto count = number_up_to(most_units, words[0].substr(0, words[0].size() - 1));
        const auto unit = unit_lettered(words[0].back());
        if (count && unit) return units_until(day, *count, *unit);
    }
    const bool past = !words.empty() && (words[0] == "last" || words[0] == "past");
    if (words.size() == 2)
        if (const auto unit = unit_called(words[1]))
            if (past || words[0] == "this") return calendar_unit(day, past ? 1 : 0, *unit);
    if (words.size() != 3 || !past) return std::nullopt;
    const auto count = number_up_to(most_units, words[1]);
    const auto unit = unit_called(words[2]);
    return count && unit ? units_until(day, *count, *unit) : std::nullopt;
}

}  // namespace morgue::query
