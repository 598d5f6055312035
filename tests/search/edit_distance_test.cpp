#include <random>
#include <string>

#include <gtest/gtest.h>

#include <search/edit_distance.hpp>

namespace morgue::search {
namespace {

std::size_t edits(std::string_view left, std::string_view right, std::size_t most = 9) {
    return edit_distance(characters_of(left), characters_of(right), most);
}

TEST(EditDistance, EachEditCountsOne) {
    EXPECT_EQ(0U, edits("storm", "storm"));
    EXPECT_EQ(1U, edits("storm", "storms"));
    EXPECT_EQ(1U, edits("storm", "torm"));
    EXPECT_EQ(1U, edits("storm", "stoxm"));
    EXPECT_EQ(1U, edits("storm", "sotrm"));
    EXPECT_EQ(2U, edits("storm", "sotrms"));
    EXPECT_EQ(3U, edits("kitten", "sitting"));
    EXPECT_EQ(5U, edits("", "storm"));
}

TEST(EditDistance, CharactersCountNotBytes) {
    EXPECT_EQ(1U, edits("Зеленский", "Зеленскии"));
    EXPECT_EQ(1U, edits("東京都", "東都京"));
    EXPECT_EQ(3U, characters_of("東京都").size());
    EXPECT_EQ(3U, characters_of("a\xff"
                                "b")
                      .size());
}

TEST(EditDistance, BeyondTheMostIsOneMore) {
    EXPECT_EQ(3U, edits("abcdef", "uvwxyz", 2));
    EXPECT_EQ(2U, edits("ab", "abcdef", 1));
    EXPECT_EQ(2U, edits("abcd", "badc", 2));
}

/// Without the early end, which must not change anything.
TEST(EditDistance, AnEarlyEndChangesNothing) {
    std::mt19937 random(3);
    const auto word = [&] {
        std::string text;
        for (unsigned left = random() % 8; left > 0; --left) text.push_back("abc"[random() % 3]);
        return text;
    };
    for (int round = 0; round < 20000; ++round) {
        const std::string left = word();
        const std::string right = word();
        const std::size_t exact = edits(left, right, 100);
        for (std::size_t most = 0; most < 4; ++most)
            ASSERT_EQ(std::min(exact, most + 1), edits(left, right, most)) << left << " " << right;
        ASSERT_EQ(exact, edits(right, left, 100));
    }
}

TEST(MostEdits, ShortWordsMayDifferLess) {
    EXPECT_EQ(0U, most_edits(2));
    EXPECT_EQ(1U, most_edits(3));
    EXPECT_EQ(1U, most_edits(4));
    EXPECT_EQ(2U, most_edits(5));
}

}  // namespace
}  // namespace morgue::search
