#include <algorithm>
#include <chrono>
#include <cstdio>

#include <schema/date.hpp>
#include <schema/moment.hpp>

namespace morgue::schema {

namespace {

std::chrono::year_month_day to_chrono(const CalendarDate& date) {
    return std::chrono::year(date.year) / static_cast<unsigned>(date.month) /
           static_cast<unsigned>(date.day);
}

CalendarDate from_chrono(const std::chrono::year_month_day& date) {
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())), DatePrecision::day};
}

CalendarDate moved(const CalendarDate& date, int days) {
    return from_chrono(std::chrono::sys_days(to_chrono(date)) + std::chrono::days(days));
}

/// For comparing: what is not stated of the date counts as `open`.
int ordinal(const CalendarDate& date, int open) {
    const int month = date.precision == DatePrecision::year ? open : date.month;
    const int day = date.precision == DatePrecision::day ? date.day : open;
    return date.year * 10000 + month * 100 + day;
}

}  // namespace

std::optional<CalendarDate> parse_date(std::string_view iso) {
    const auto moment = parse_moment(iso);
    return moment ? std::optional(calendar_day(*moment)) : std::nullopt;
}

CalendarDate calendar_day(const Date& date) {
    const auto precision = std::min(static_cast<DatePrecision>(date.precision), DatePrecision::day);
    return {date.year, date.month, date.day, precision};
}

std::optional<CalendarDate> date_of_digits(std::string_view digits) {
    std::string iso(digits.substr(0, 4));
    for (std::size_t at = 4; at < digits.size(); at += 2)
        iso.append("-").append(digits.substr(at, 2));
    return parse_date(iso);
}

std::string to_string(const CalendarDate& date) {
    char text[40];
    if (date.precision == DatePrecision::year)
        std::snprintf(text, sizeof text, "%04d", date.year);
    else if (date.precision == DatePrecision::month)
        std::snprintf(text, sizeof text, "%04d-%02d", date.year, date.month);
    else
        std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

CalendarDate first_day(const CalendarDate& date) {
    CalendarDate first{date.year, 1, 1, DatePrecision::day};
    if (date.precision != DatePrecision::year) first.month = date.month;
    if (date.precision == DatePrecision::day) first.day = date.day;
    return first;
}

CalendarDate last_day(const CalendarDate& date) {
    CalendarDate last{date.year, 12, 31, DatePrecision::day};
    if (date.precision == DatePrecision::year) return last;
    last.month = date.month;
    const bool precise = date.precision == DatePrecision::day;
    last.day = precise ? date.day : last_day_of_month(date.year, date.month);
    return last;
}

CalendarDate day_before(const CalendarDate& date) {
    return moved(date, -1);
}

CalendarDate day_after(const CalendarDate& date) {
    return moved(date, 1);
}

bool earlier(const CalendarDate& left, const CalendarDate& right) {
    return to_chrono(left) < to_chrono(right);
}

CalendarDate coarsened(CalendarDate date, DatePrecision most) {
    date.precision = std::min(date.precision, most);
    if (date.precision != DatePrecision::day) date.day = 1;
    if (date.precision == DatePrecision::year) date.month = 1;
    return date;
}

void DateSpan::add(const CalendarDate& date) {
    constexpr int before_all = 0;
    constexpr int after_all = 99;
    if (!first_ || ordinal(date, after_all) < ordinal(*first_, after_all)) first_ = date;
    if (!last_ || ordinal(date, before_all) > ordinal(*last_, before_all)) last_ = date;
}

}  // namespace morgue::schema
