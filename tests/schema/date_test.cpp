#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include <schema/date.hpp>

namespace morgue::schema {
namespace {

using enum DatePrecision;

TEST(Date, IsReadAsPreciseAsItIs) {
    EXPECT_EQ(parse_date("2019"), (CalendarDate{2019, 1, 1, year}));
    EXPECT_EQ(parse_date("2019-03"), (CalendarDate{2019, 3, 1, month}));
    EXPECT_EQ(parse_date("2019-03-04"), (CalendarDate{2019, 3, 4, day}));
    EXPECT_EQ(parse_date("2020-02-29"), (CalendarDate{2020, 2, 29, day}));
    EXPECT_EQ(parse_date("0001-01-01"), (CalendarDate{1, 1, 1, day}));
    EXPECT_EQ(parse_date("9999-12-31"), (CalendarDate{9999, 12, 31, day}));
}

TEST(Date, OfATimeTheDayIsTakenAsStated) {
    for (const std::string_view text :
         {"2019-03-04T23:59:60-05:00", "2019-03-04T05:06Z", "2019-03-04T05:06:07",
          "2019-03-04T05:06:07.089+0100", "2019-03-04T05:06:07+01", "2019-03-04t05:06z"})
        EXPECT_EQ(parse_date(text), (CalendarDate{2019, 3, 4, day})) << text;
}

TEST(Date, WhatIsNoneGivesNothing) {
    for (const std::string_view text : {"",
                                        "2",
                                        "201",
                                        "20190304",
                                        "2019-",
                                        "2019-3",
                                        "2019-03-",
                                        "2019-03-4",
                                        "2019-13",
                                        "2019-00",
                                        "2019-02-29",
                                        "1900-02-29",
                                        "2019-04-31",
                                        "2019-03-00",
                                        "0000",
                                        "0000-01-01",
                                        " 2019",
                                        "2019 ",
                                        "2019-03-04 ",
                                        "2019-03-04x",
                                        "2019-03-04T",
                                        "2019-03-04T24:00",
                                        "2019-03-04T05",
                                        "2019-03-04T05:60",
                                        "2019-03-04T05:06:61",
                                        "2019-03-04T05:06:07.",
                                        "2019-03-04T05:06:07+1",
                                        "2019-03-04T05:06:07+24:00",
                                        "2019-03-04T05:06:07ZZ",
                                        "+019",
                                        "2019/03/04",
                                        "20a9"})
        EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Date, IsWrittenAsPreciseAsItIs) {
    for (const std::string_view text : {"2019", "2019-03", "2019-03-04", "0001", "9999-12-31"})
        EXPECT_EQ(to_string(*parse_date(text)), text);
    EXPECT_EQ(to_string(*parse_date("2019-03-04T05:06:07Z")), "2019-03-04");
}

TEST(Date, SpansWhatItMayMean) {
    constexpr std::tuple<std::string_view, std::string_view, std::string_view> rows[] = {
        {"2019", "2019-01-01", "2019-12-31"},       {"2019-02", "2019-02-01", "2019-02-28"},
        {"2020-02", "2020-02-01", "2020-02-29"},    {"2019-04", "2019-04-01", "2019-04-30"},
        {"2019-03-04", "2019-03-04", "2019-03-04"}, {"2000-02", "2000-02-01", "2000-02-29"},
    };
    for (const auto& [text, first, last] : rows) {
        EXPECT_EQ(first_day(*parse_date(text)), *parse_date(first)) << text;
        EXPECT_EQ(last_day(*parse_date(text)), *parse_date(last)) << text;
    }
}

TEST(Date, HasNeighbours) {
    constexpr std::pair<std::string_view, std::string_view> rows[] = {
        {"2019-03-04", "2019-03-05"}, {"2019-02-28", "2019-03-01"}, {"2020-02-28", "2020-02-29"},
        {"2019-12-31", "2020-01-01"}, {"1582-10-04", "1582-10-05"},
    };
    for (const auto& [before, after] : rows) {
        EXPECT_EQ(day_after(*parse_date(before)), *parse_date(after));
        EXPECT_EQ(day_before(*parse_date(after)), *parse_date(before));
    }
}

TEST(Date, TheNeighboursOfTheEndsLieOutside) {
    EXPECT_TRUE(earlier(day_before(*parse_date("0001-01-01")), *parse_date("0001-01-01")));
    EXPECT_TRUE(earlier(*parse_date("9999-12-31"), day_after(*parse_date("9999-12-31"))));
}

TEST(Date, DaysAreOrdered) {
    EXPECT_TRUE(earlier(*parse_date("2018-12-31"), *parse_date("2019-01-01")));
    EXPECT_TRUE(earlier(*parse_date("2019-01-31"), *parse_date("2019-02-01")));
    EXPECT_FALSE(earlier(*parse_date("2019-01-01"), *parse_date("2019-01-01")));
    EXPECT_FALSE(earlier(*parse_date("2019-02-01"), *parse_date("2019-01-31")));
}

TEST(Date, GetsCoarserButNoFiner) {
    const auto coarser = [](const char* date, DatePrecision most) {
        return to_string(coarsened(*parse_date(date), most));
    };
    EXPECT_EQ(coarser("2019-03-04", DatePrecision::year), "2019");
    EXPECT_EQ(coarser("2019-03-04", DatePrecision::month), "2019-03");
    EXPECT_EQ(coarser("2019-03-04", DatePrecision::day), "2019-03-04");
    EXPECT_EQ(coarser("2019", DatePrecision::month), "2019");
    EXPECT_EQ(coarsened(*parse_date("2019-03-04"), DatePrecision::year), *parse_date("2019"));
}

TEST(Date, StandsInTermsAsDigits) {
    EXPECT_EQ(date_of_digits("2019"), parse_date("2019"));
    EXPECT_EQ(date_of_digits("201903"), parse_date("2019-03"));
    EXPECT_EQ(date_of_digits("20190304"), parse_date("2019-03-04"));
    for (const char* digits : {"", "201", "20191", "201913", "2019030", "2019-03"})
        EXPECT_FALSE(date_of_digits(digits)) << digits;
}

TEST(DateSpan, TheFinerDateTellsMore) {
    const struct {
        std::vector<const char*> dates;
        const char* first;
        const char* last;
    } rows[] = {
        {{"2019-03-05"}, "2019-03-05", "2019-03-05"},
        {{"2019", "2019-03-05"}, "2019-03-05", "2019-03-05"},
        {{"2019-03", "2019-03-05", "2019-03-09"}, "2019-03-05", "2019-03-09"},
        {{"2019", "2020-01-01"}, "2019", "2020-01-01"},
        {{"2019-01-01", "2020"}, "2019-01-01", "2020"},
        {{"2019-02", "2019", "2019-03-05", "2019-04"}, "2019-02", "2019-04"},
        {{"9999-12-31", "0001-01-01", "2019"}, "0001-01-01", "9999-12-31"},
    };
    for (auto [dates, first, last] : rows)
        for (const bool backwards : {false, true}) {
            if (backwards) std::reverse(dates.begin(), dates.end());
            DateSpan span;
            for (const char* date : dates) span.add(*parse_date(date));
            EXPECT_EQ(span.first(), parse_date(first)) << first;
            EXPECT_EQ(span.last(), parse_date(last)) << last;
        }
    EXPECT_FALSE(DateSpan().first());
}

}  // namespace
}  // namespace morgue::schema
