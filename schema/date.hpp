#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <morgue/date.hpp>

namespace morgue::schema {

enum class DatePrecision : std::uint8_t { year, month, day };
/// The coarsest first.
inline constexpr std::array date_precisions{DatePrecision::year, DatePrecision::month,
                                            DatePrecision::day};

/// A calendar date as the article states it: no zone, no instant. Month and day are 1 where the
/// precision leaves them open.
struct CalendarDate {
    int year = 0;  ///< 1 to 9999
    int month = 1;
    int day = 1;
    DatePrecision precision = DatePrecision::day;

    friend bool operator==(const CalendarDate&, const CalendarDate&) = default;
};

/// Reads 2019, 2019-03, 2019-03-04, and takes the calendar day of 2019-03-04T05:06:07+01:00.
/// Nothing for what is no such text or no such day (2019-02-29).
std::optional<CalendarDate> parse_date(std::string_view iso);
/// The day, month or year of a date, without its time.
CalendarDate calendar_day(const Date& date);

/// "2019", "2019-03" or "2019-03-04".
std::string to_string(const CalendarDate& date);
/// The date in 2019, 201903 or 20190304.
std::optional<CalendarDate> date_of_digits(std::string_view digits);

/// The first and the last day that the date may mean: 2019-02 is 2019-02-01 to 2019-02-28.
CalendarDate first_day(const CalendarDate& date);
CalendarDate last_day(const CalendarDate& date);
/// The neighbouring day of a date precise to the day.
CalendarDate day_before(const CalendarDate& date);
CalendarDate day_after(const CalendarDate& date);

/// Order of days; both precise to the day.
bool earlier(const CalendarDate& left, const CalendarDate& right);

/// The date, no finer than this.
CalendarDate coarsened(CalendarDate date, DatePrecision most);

/// The earliest and the latest of some dates. One that may lie on either side of a finer one tells
/// nothing: of 2019 and 2019-03-05 both are 2019-03-05.
class DateSpan {
  public:
    void add(const CalendarDate& date);
    const std::optional<CalendarDate>& first() const noexcept { return first_; }
    const std::optional<CalendarDate>& last() const noexcept { return last_; }

  private:
    std::optional<CalendarDate> first_;
    std::optional<CalendarDate> last_;
};

}  // namespace morgue::schema
