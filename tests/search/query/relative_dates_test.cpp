#include <gtest/gtest.h>

#include <search/query/dates.hpp>
#include <search/query/relative_dates.hpp>

namespace morgue::query {

namespace {

/// As seen from a day, a Wednesday.
std::string seen(std::string_view text, schema::CalendarDate from = {2024, 2, 28}) {
    const auto days = relative_days(text, from);
    return days ? to_string(*days->first) + " " + to_string(*days->last) : "";
}

TEST(RelativeDates, AreSpansOfDays) {
    EXPECT_EQ(seen("today"), "2024-02-28 2024-02-28");
    EXPECT_EQ(seen("Yesterday"), "2024-02-27 2024-02-27");
    EXPECT_EQ(seen("yesterday", {2024, 3, 1}), "2024-02-29 2024-02-29");
    EXPECT_EQ(seen("last 30 days"), "2024-01-30 2024-02-28");
    EXPECT_EQ(seen("30d"), "2024-01-30 2024-02-28");
    EXPECT_EQ(seen("1d"), "2024-02-28 2024-02-28");
    EXPECT_EQ(seen("past 2 weeks"), "2024-02-15 2024-02-28");
    EXPECT_EQ(seen("last 3 months"), "2023-11-29 2024-02-28");
    EXPECT_EQ(seen("1m", {2024, 3, 31}), "2024-03-01 2024-03-31");
    EXPECT_EQ(seen("1y", {2024, 2, 29}), "2023-03-01 2024-02-29");
}

TEST(RelativeDates, AreUnitsOfTheCalendar) {
    EXPECT_EQ(seen("this week"), "2024-02-26 2024-03-03");
    EXPECT_EQ(seen("last week"), "2024-02-19 2024-02-25");
    EXPECT_EQ(seen("this month"), "2024-02-01 2024-02-29");
    EXPECT_EQ(seen("last month"), "2024-01-01 2024-01-31");
    EXPECT_EQ(seen("last month", {2024, 3, 31}), "2024-02-01 2024-02-29");
    EXPECT_EQ(seen("last year"), "2023-01-01 2023-12-31");
}

TEST(RelativeDates, AreNoOtherTexts) {
    for (const char* text : {"", "last", "last 0 days", "last x days", "last 99999 days", "d",
                             "next week", "2 days ago", "last decade", "2019", "3000y"})
        EXPECT_EQ(seen(text), "") << text;
}

}  // namespace

}  // namespace morgue::query
