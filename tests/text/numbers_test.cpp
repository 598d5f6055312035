#include <gtest/gtest.h>

#include <text/numbers.hpp>

namespace morgue::text {
namespace {

constexpr std::string_view none = "-";

TEST(Numbers, LoseMarksBetweenWellFormedThousands) {
    const struct {
        std::string_view number, with_commas, with_dots;
    } rows[] = {
        {"10,000", "10000", none},
        {"1,000,000.50", "1000000.50", none},
        {"1.000.000,50", none, "1000000,50"},
        {"10.000", none, "10000"},
        {"10 000", "10000", "10000"},
        {"1'000'000", "1000000", "1000000"},
        {"1 000,50", none, "1000,50"},
        {"1 000.50", "1000.50", none},
        {"10,000m", "10000m", none},
        {"10,0000", none, none},
        {"1,2,3", none, none},
        {"1,000,00", none, none},
        {"1000,000", none, none},
        {"1,000'000", none, none},
        {"1,000.50.20", none, none},
        {"1,000x2", none, none},
        {"1.5", none, none},
        {"1,5", none, none},
        {"1000", none, none},
        {"v1,000", none, none},
        {",000", none, none},
        {"", none, none},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(without_thousands_marks(row.number, false).value_or("-"), row.with_commas)
            << row.number;
        EXPECT_EQ(without_thousands_marks(row.number, true).value_or("-"), row.with_dots)
            << row.number;
    }
}

}  // namespace
}  // namespace morgue::text
