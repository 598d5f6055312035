#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <schema/slot.hpp>

namespace morgue::schema {
namespace {

ArticleId id_of(unsigned char first, unsigned char last = 0) {
    ArticleId id;
    id.bytes.front() = first;
    id.bytes.back() = last;
    return id;
}

std::string value_of(const char* date, unsigned char id = 0) {
    return order_value(parse_date(date), id_of(id));
}

/// From the first shown to the last.
const std::vector<std::string> newest_first{
    "9999-12-31", "2020-01-01", "2020",       "2019-12-31", "2019-03-05", "2019-03-04", "2019-03",
    "2019-02-28", "2018-12-01", "1970-01-01", "1969-12-31", "1000-01-01", "0001-01-01", "none"};

TEST(Order, NewestFirstUndatedLast) {
    for (std::size_t i = 1; i < newest_first.size(); ++i)
        EXPECT_LT(value_of(newest_first[i - 1].c_str(), 255), value_of(newest_first[i].c_str(), 0))
            << newest_first[i];
}

TEST(Order, OldestFirstUndatedStillLast) {
    std::vector<std::string> dates(newest_first.begin(), newest_first.end() - 1);
    std::reverse(dates.begin(), dates.end());
    dates.push_back("none");
    for (std::size_t i = 1; i < dates.size(); ++i)
        EXPECT_LT(oldest_first(value_of(dates[i - 1].c_str(), 255)),
                  oldest_first(value_of(dates[i].c_str(), 0)))
            << dates[i];
}

TEST(Order, TiesGoByIdInBothDirections) {
    for (const char* date : {"2019-03-04", "none"}) {
        EXPECT_LT(value_of(date, 1), value_of(date, 2));
        EXPECT_LT(value_of(date, 2), value_of(date, 200)) << "bytes are not signed";
        EXPECT_LT(oldest_first(value_of(date, 1)), oldest_first(value_of(date, 2)));
    }
}

TEST(Order, ADateIsAsPreciseAsItIsStated) {
    for (const char* date : {"2019", "2019-03", "2019-03-04", "0001-01-01", "9999-12-31"})
        EXPECT_EQ(to_string(date_in(value_of(date)).value()), date);
    EXPECT_EQ(date_in(value_of("none")), std::nullopt);
    EXPECT_EQ(date_in(value_of("2019").substr(0, 4)), parse_date("2019")) << "without its id";
    EXPECT_EQ(date_in(""), std::nullopt);
}

TEST(Order, HasItsFormOnDisk) {
    ArticleId id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i)
        id.bytes[i] = static_cast<unsigned char>(i + 1);
    const std::string bytes = "\x01\x02\x03\x04\x05\x06\x07\x08";
    // 0xffffffff - 20190304
    EXPECT_EQ(order_value(parse_date("2019-03-04"), id), "\xfe\xcb\xeb\x9f" + bytes);
    EXPECT_EQ(order_value(std::nullopt, id), "\xff\xff\xff\xff" + bytes);
    EXPECT_EQ(oldest_first("\xfe\xcb\xeb\x9f" + bytes), "\x01\x34\x14\x60" + bytes);
}

TEST(Order, AValueThatIsTooShortIsNoTrap) {
    for (const char* value : {"", "a", "abc", "abcd"}) EXPECT_GE(oldest_first(value).size(), 4U);
}

TEST(TitleValue, IsFoldedAndShort) {
    EXPECT_EQ(title_value("Élan and STORM"), "elan and storm");
    EXPECT_EQ(title_value(""), "");
    EXPECT_EQ(title_value(std::string(100, 'X')), std::string(64, 'x'));
    // 3 bytes a character: the 22nd would end at byte 66.
    std::string tokyo;
    for (int i = 0; i < 40; ++i) tokyo += "東";
    EXPECT_EQ(title_value(tokyo), tokyo.substr(0, 63));
}

}  // namespace
}  // namespace morgue::schema
