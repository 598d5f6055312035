#include <gtest/gtest.h>

#include <morgue/article.hpp>

#include <schema/moment.hpp>
#include <schema/stored_article.hpp>

namespace morgue::schema {
namespace {

using Precision = Date::Precision;

TEST(Moment, IsAsPreciseAsItIsWritten) {
    const struct {
        std::string_view iso;
        Precision precision;
    } rows[] = {{"1869", Precision::year},
                {"1869-03", Precision::month},
                {"1869-03-04", Precision::day},
                {"2019-03-04T05:06", Precision::minute},
                {"2019-03-04T05:06+01:00", Precision::minute},
                {"2019-03-04T05:06:07Z", Precision::second},
                {"2019-03-04T05:06:07.089-0330", Precision::second}};
    for (const auto& row : rows) {
        const auto date = parse_moment(row.iso);
        ASSERT_TRUE(date) << row.iso;
        EXPECT_EQ(date->precision, row.precision) << row.iso;
    }
}

TEST(Moment, IsAnInstantWhereTimeAndZoneAreStated) {
    const struct {
        std::string_view iso;
        std::optional<std::int64_t> instant;
    } rows[] = {{"1970-01-01T00:00:00Z", 0},
                {"1970-01-01T01:00:07+01:00", 7},
                {"1969-12-31T23:59:00-00:30", 29 * 60},
                {"1899-12-31T12:00Z", -2'208'988'800 - 43'200},
                {"2019-03-04T05:06:07+01:00", 1'551'672'367},
                {"2019-03-04T05:06:07", std::nullopt},
                {"2019-03-04", std::nullopt}};
    for (const auto& row : rows) {
        const auto date = parse_moment(row.iso);
        ASSERT_TRUE(date) << row.iso;
        EXPECT_EQ(date->instant(), row.instant) << row.iso;
    }
}

TEST(Moment, KeepsTheDayOfItsOwnPlace) {
    const auto date = parse_moment("2019-03-04T00:30:00+09:00");
    ASSERT_TRUE(date);
    EXPECT_EQ(to_string(calendar_day(*date)), "2019-03-04");
    EXPECT_EQ(date->zone_minutes, 9 * 60);
}

TEST(Moment, IsNoneWhereThereIsNoSuchTime) {
    for (const std::string_view iso :
         {"", "19", "2019-", "2019-13", "2019-02-29", "2019-03-04T", "2019-03-04T25:00",
          "2019-03-04T05:06:61", "2019-03-04T05:06+24:00", "2019-03-04T05:06Zx", "0000"})
        EXPECT_FALSE(parse_moment(iso)) << iso;
}

TEST(ArticleDate, TellsWhereItIsFromAndWhetherItIsInferred) {
    const struct {
        Provenance from;
        bool inferred;
    } rows[] = {{Provenance::json_ld, false},
                {Provenance::url, false},
                {Provenance::path, false},
                {Provenance::mtime, true},
                {Provenance::crawl, true}};
    for (const auto& row : rows) {
        Article article;
        article.add(Field::date, "2019-03", row.from);
        ASSERT_TRUE(article.date());
        EXPECT_EQ(article.date()->from, row.from);
        EXPECT_EQ(article.date()->is_inferred(), row.inferred);
        EXPECT_EQ(stated_date(article).has_value(), !row.inferred);
        EXPECT_EQ(inferred_date(article).has_value(), row.inferred);
    }
    EXPECT_FALSE(Article{}.date());
}

}  // namespace
}  // namespace morgue::schema
