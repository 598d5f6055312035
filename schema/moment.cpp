#include <chrono>

#include <morgue/date.hpp>

#include <schema/moment.hpp>

namespace morgue::schema {

namespace {

using Precision = Date::Precision;

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

    /// A number of exactly `digits` digits from `low` to `high`; false where there is none.
    bool number(int& value, std::size_t digits, int low, int high) noexcept {
        if (rest_.size() < digits) return false;
        value = 0;
        for (const char c : rest_.substr(0, digits)) {
            if (c < '0' || c > '9') return false;
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(digits);
        return value >= low && value <= high;
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

// 2019, 2019-03, 2019-03-04, up to the end or a T.
bool read_day(Scanner& scan, Date& date) {
    if (!scan.number(date.year, 4, 1, 9999)) return false;
    if (scan.done()) return true;
    date.precision = Precision::month;
    if (!scan.skip('-') || !scan.number(date.month, 2, 1, 12)) return false;
    if (scan.done()) return true;
    date.precision = Precision::day;
    return scan.skip('-') && scan.number(date.day, 2, 1, last_day_of_month(date.year, date.month));
}

// Z, +01, +0100, +01:00 or nothing.
bool read_zone(Scanner& scan, Date& date) {
    if (scan.skip('Z') || scan.skip('z')) {
        date.zone_minutes = 0;
        return true;
    }
    const int sign = scan.next_is('-') ? -1 : 1;
    if (!scan.skip('+') && !scan.skip('-')) return true;
    int hours = 0;
    int minutes = 0;
    if (!scan.number(hours, 2, 0, 23)) return false;
    if (!scan.done()) {
        scan.skip(':');
        if (!scan.number(minutes, 2, 0, 59)) return false;
    }
    date.zone_minutes = sign * (hours * 60 + minutes);
    return true;
}

// 05:06, 05:06:07, 05:06:07.089, each with or without a zone, and nothing behind.
bool read_time(Scanner& scan, Date& date) {
    date.precision = Precision::minute;
    if (!scan.number(date.hour, 2, 0, 23) || !scan.skip(':') || !scan.number(date.minute, 2, 0, 59))
        return false;
    if (scan.skip(':')) {
        date.precision = Precision::second;
        if (!scan.number(date.second, 2, 0, 60)) return false;
        if ((scan.skip('.') || scan.skip(',')) && !scan.skip_digits()) return false;
    }
    return read_zone(scan, date) && scan.done();
}

}  // namespace

std::optional<Date> parse_moment(std::string_view iso) {
    Scanner scan(iso);
    Date date;
    if (!read_day(scan, date)) return std::nullopt;
    if (scan.done()) return date;
    if (!scan.skip('T') && !scan.skip('t')) return std::nullopt;
    if (!read_time(scan, date)) return std::nullopt;
    return date;
}

int last_day_of_month(int year, int month) {
    const auto last = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                      std::chrono::last;
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

}  // namespace morgue::schema

namespace morgue {

bool Date::is_inferred() const noexcept {
    return from == Provenance::mtime || from == Provenance::crawl;
}

std::optional<std::int64_t> Date::instant() const noexcept {
    if (precision < Precision::minute || !zone_minutes) return std::nullopt;
    const std::chrono::year_month_day local{std::chrono::year(year),
                                            std::chrono::month(static_cast<unsigned>(month)),
                                            std::chrono::day(static_cast<unsigned>(day))};
    const std::int64_t days = std::chrono::sys_days(local).time_since_epoch().count();
    return days * 86'400 + hour * 3'600 + (minute - *zone_minutes) * 60 + second;
}

std::string_view to_string(Date::Precision precision) noexcept {
    switch (precision) {
        case Date::Precision::year:
            return "year";
        case Date::Precision::month:
            return "month";
        case Date::Precision::day:
            return "day";
        case Date::Precision::minute:
            return "minute";
        case Date::Precision::second:
            return "second";
    }
    return "unknown";
}

}  // namespace morgue
