#include <gtest/gtest.h>

#include <indexer/formats/path_date.hpp>

namespace morgue::indexer {
namespace {

TEST(PathDate, AsPreciseAsThePathIs) {
    constexpr std::pair<std::string_view, std::string_view> rows[] = {
        {"2019/03/04/x.txt", "2019-03-04"},
        {"news/2019/3/4/x.txt", "2019-03-04"},
        {"2019-03-04-x.txt", "2019-03-04"},
        {"a/2019_03_04_x.txt", "2019-03-04"},
        {"a/2019.03.04.txt", "2019-03-04"},
        {"20190304_x.txt", "2019-03-04"},
        {"20190304.txt", "2019-03-04"},
        {"20190304/x.txt", "2019-03-04"},
        {"wire-2019-03-04.txt", "2019-03-04"},
        {"2019-03-04/x.txt", "2019-03-04"},
        {"2019/03/x.txt", "2019-03"},
        {"2019-03/x.txt", "2019-03"},
        {"2019/x.txt", "2019"},
        {"a/b/1699/x.txt", "1699"},
        {"2018/2019-03-04-x.txt", "2019-03-04"},
        {"2015/09/2015-09-25-terms.md", "2015-09-25"},
        {"2019/03/04.txt", "2019-03"},
        {"2019/03/storm/x.txt", "2019-03"},
    };
    for (const auto& [path, date] : rows) EXPECT_EQ(date_from_path(path), date) << path;
}

TEST(PathDate, NumbersThatAreNoDates) {
    for (const std::string_view path : {"",
                                        "x.txt",
                                        "2019.txt",
                                        "1984-review.txt",
                                        "2019-03.txt",
                                        "2010-11-budget.txt",
                                        "3019/x.txt",
                                        "0042/x.txt",
                                        "1599/x.txt",
                                        "2101/x.txt",
                                        "20191304.txt",
                                        "20190231.txt",
                                        "2019-13-04.txt",
                                        "120190304.txt",
                                        "201903041.txt",
                                        "x20190304.txt",
                                        "x2019-03-04x.txt",
                                        "2019-03-041.txt",
                                        "2019-03_04.txt",
                                        "03/04/x.txt",
                                        "20190304x.txt",
                                        "v2019/x.txt",
                                        "5393755.txt"}) {
        // A slug may follow a day at once only behind a mark.
        EXPECT_EQ(date_from_path(path), std::nullopt) << path;
    }
}

TEST(PathDate, AnImpossiblePartLeavesTheRest) {
    EXPECT_EQ(date_from_path("2019/13/x.txt"), "2019");
    EXPECT_EQ(date_from_path("2019/02/30/x.txt"), "2019-02");
    EXPECT_EQ(date_from_path("2019/12345/x.txt"), "2019");
}

}  // namespace
}  // namespace morgue::indexer
