#include <algorithm>
#include <chrono>
#include <cstdio>

#include <schema/date.hpp>

namespace morgue::schema {

namespace {

// Takes numbers of a fixed count of digits and single characters off the front of a text.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    bool done() const noexcept { return rest_.empty(); }
    bool next_is(char c) const noexcept { return !rest_.empty() && rest_.front() == c; }

    bool skip(char c) noexcept {
        if (!next_is(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    /// A number of exactly `digits` digits from `low` to `high`.
    std::optional<int> number(std::size_t digits, int low, int high) noexcept {
        if (rest_.size() < digits) return std::nullopt;
        int value = 0;
        for (const char c : rest_.substr(0, digits)) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(digits);
        if (value < low || value > high) return std::nullopt;
        return value;
    }

    /// The digits of a fraction of a second: one or more.
    bool skip_digits() noexcept {
        std::size_t count = 0;
        while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') ++count;
        rest_.remove_prefix(count);
        return count > 0;
    }

  private:
    std::string_view rest_;
};

bool skip_zone(Scanner& scan) {
    if (scan.skip('Z') || scan.skip('z')) return true;
    if (!scan.skip('+') && !scan.skip('-')) return true;
    if (!scan.number(2, 0, 23)) return false;
    if (scan.done()) return true;
    scan.skip(':');
    return scan.number(2, 0, 59).has_value();
}

// 05:06, 05:06:07, 05:06:07.089, each with or without a zone, and nothing behind.
bool is_time(Scanner& scan) {
    if (!scan.number(2, 0, 23) || !scan.skip(':') || !scan.number(2, 0, 59)) return false;
    // 60 is a leap second.
    if (scan.skip(':')) {
        if (!scan.number(2, 0, 60)) return false;
        if ((scan.skip('.') || scan.skip(',')) && !scan.skip_digits()) return false;
    }
    return skip_zone(scan) && scan.done();
}

std::chrono::year_month_day to_chrono(const CalendarDate& date) {
    return std::chrono::year(date.year) / static_cast<unsigned>(date.month) /
           static_cast<unsigned>(date.day);
}

CalendarDate from_chrono(const std::chrono::year_month_day& date) {
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())), DatePrecision::day};
}

int last_day_of_month(int year, int month) {
    const auto last = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                      std::chrono::last;
    return static_cast<int>(static_cast<unsigned>(last.day()));
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
    Scanner scan(iso);
    const auto year = scan.number(4, 1, 9999);
    if (!year) return std::nullopt;
    if (scan.done()) return CalendarDate{*year, 1, 1, DatePrecision::year};
    if (!scan.skip('-')) return std::nullopt;
    const auto month = scan.number(2, 1, 12);
    if (!month) return std::nullopt;
    if (scan.done()) return CalendarDate{*year, *month, 1, DatePrecision::month};
    if (!scan.skip('-')) return std::nullopt;
    const auto day = scan.number(2, 1, last_day_of_month(*year, *month));
    if (!day) return std::nullopt;
    if (!scan.done() && !((scan.skip('T') || scan.skip('t')) && is_time(scan))) return std::nullopt;
    return CalendarDate{*year, *month, *day, DatePrecision::day};
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
