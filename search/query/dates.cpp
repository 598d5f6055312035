#include <algorithm>
#include <optional>
#include <string>

#include <search/query/chars.hpp>
#include <search/query/dates.hpp>
#include <search/query/relative_dates.hpp>
#include <search/query/reserved.hpp>

namespace morgue::query {

namespace {

using schema::CalendarDate;

Complaint bad_date(std::string message) {
    return {Problem::bad_date, std::move(message), "write 2019, 2019-03 or 2019-03-04"};
}

/// Whether the text looks like an ISO date of any precision: 2019, 2019-13, 2019-02-30.
bool has_iso_shape(std::string_view text) {
    constexpr std::string_view shape = "9999-99-99";
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (shape[i] == '9' ? !is_digit(text[i]) : text[i] != shape[i]) return false;
    return true;
}

std::string_view unit_of(std::string_view iso) {
    return iso.size() == 4 ? "year" : iso.size() == 7 ? "month" : "day";
}

Complaint why_no_date(std::string_view text) {
    const std::string shown_text = shown(text);
    if (has_iso_shape(text))
        return bad_date(shown_text + " is not a " + std::string(unit_of(text)));
    if (text.size() > 10 && text[10] == 'T' && has_iso_shape(text.substr(0, 10)))
        return bad_date("'" + shown_text + "' holds a time, and dates are searched by day");
    if (is_relative_date(text))
        return {Problem::not_yet, "'" + shown_text + "' is no span of days known to this version",
                "write the days themselves: date:2019-03-04..2019-04-03"};
    return bad_date("'" + shown_text + "' is not a date");
}

bool is_first_day_of_all(const CalendarDate& day) {
    return day.year == 1 && day.month == 1 && day.day == 1;
}

bool is_last_day_of_all(const CalendarDate& day) {
    return day.year == 9999 && day.month == 12 && day.day == 31;
}

std::variant<DateRange, Undated, Complaint> read_bound(const FieldName& name,
                                                       std::string_view value) {
    const auto days = read_days(value);
    if (const auto* wrong = std::get_if<Complaint>(&days)) return *wrong;
    const CalendarDate first = *std::get<DateRange>(days).first;
    const CalendarDate last = *std::get<DateRange>(days).last;
    if (name.reading == FieldReading::after) {
        if (is_last_day_of_all(last)) return bad_date("no day is after " + std::string(value));
        return DateRange{day_after(last), std::nullopt};
    }
    if (is_first_day_of_all(first)) return bad_date("no day is before " + std::string(value));
    return DateRange{std::nullopt, day_before(first)};
}

std::variant<DateRange, Undated, Complaint> read_range(std::string_view value, std::size_t dots) {
    const std::string_view from = value.substr(0, dots);
    const std::string_view to = value.substr(dots + 2);
    if (from.empty() && to.empty())
        return Complaint{Problem::bad_range, "this range has neither beginning nor end",
                         "write date:2019..2020, date:2019.. or date:..2020"};
    DateRange range;
    for (const std::string_view side : {from, to}) {
        if (side.empty()) continue;
        const auto days = read_days(side);
        if (const auto* wrong = std::get_if<Complaint>(&days)) return *wrong;
        if (side.data() == from.data())
            range.first = std::get<DateRange>(days).first;
        else
            range.last = std::get<DateRange>(days).last;
    }
    if (range.first && range.last && earlier(*range.last, *range.first))
        return Complaint{Problem::bad_range, "this range ends before it begins",
                         "write date:" + std::string(to) + ".." + std::string(from)};
    return range;
}

/// date:>2019, >=, < and <=. What is compared is all of the days that a date may mean.
std::variant<DateRange, Undated, Complaint> read_comparison(std::string_view value) {
    const bool after = value.front() == '>';
    value.remove_prefix(1);
    const bool or_same = value.starts_with('=');
    if (or_same) value.remove_prefix(1);
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    if (!or_same)
        return read_bound({Field::date, after ? FieldReading::after : FieldReading::before}, value);
    const auto days = read_days(value);
    if (const auto* wrong = std::get_if<Complaint>(&days)) return *wrong;
    const auto& [first, last, inferred] = std::get<DateRange>(days);
    return after ? DateRange{first, std::nullopt} : DateRange{std::nullopt, last};
}

std::variant<DateRange, Undated, Complaint> read_stated(const FieldName& name,
                                                        std::string_view value) {
    if (name.reading != FieldReading::value) return read_bound(name, value);
    if (ascii_lower(value) == "none") return Undated{};
    if (value.starts_with('<') || value.starts_with('>')) return read_comparison(value);
    if (const std::size_t dots = value.find(".."); dots != std::string_view::npos)
        return read_range(value, dots);
    const auto days = read_days(value);
    if (const auto* wrong = std::get_if<Complaint>(&days)) return *wrong;
    return std::get<DateRange>(days);
}

}  // namespace

std::variant<DateRange, Complaint> read_days(std::string_view iso) {
    if (const auto days = relative_days(iso, today())) return *days;
    const auto date = has_iso_shape(iso) ? schema::parse_date(iso) : std::nullopt;
    if (!date) return why_no_date(iso);
    return DateRange{first_day(*date), last_day(*date)};
}

std::variant<DateRange, Undated, Complaint> read_date(const FieldName& name,
                                                      std::string_view value) {
    if (!value.starts_with('~')) return read_stated(name, value);
    auto read = read_stated(name, value.substr(1));
    if (std::holds_alternative<Undated>(read))
        return Complaint{Problem::bad_date, "no date is inferred where there is none",
                         "write date:none for articles without a stated date"};
    if (auto* range = std::get_if<DateRange>(&read)) range->inferred = true;
    return read;
}

std::string written(const DateRange& range) {
    const std::string sign = range.inferred ? "~" : "";
    if (!range.first) return sign + ".." + to_string(*range.last);
    if (!range.last) return sign + to_string(*range.first) + "..";
    for (const auto precision : schema::date_precisions) {
        const CalendarDate whole = coarsened(*range.first, precision);
        if (first_day(whole) == *range.first && last_day(whole) == *range.last)
            return sign + to_string(whole);
    }
    return sign + to_string(*range.first) + ".." + to_string(*range.last);
}

}  // namespace morgue::query
