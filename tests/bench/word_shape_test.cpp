#include <gtest/gtest.h>

#include <tools/bench/corpus/word_shape.hpp>

namespace morgue::bench {
namespace {

TEST(WordShape, InflectsAsEnglishDoes) {
    EXPECT_EQ(plural_of("harbour"), "harbours");
    EXPECT_EQ(plural_of("coach"), "coaches");
    EXPECT_EQ(plural_of("party"), "parties");
    EXPECT_EQ(plural_of("day"), "days");
    EXPECT_EQ(past_of("plan"), "planned");
    EXPECT_EQ(past_of("plead"), "pleaded");
    EXPECT_EQ(past_of("vote"), "voted");
    EXPECT_EQ(past_of("deny"), "denied");
    EXPECT_EQ(participle_of("vote"), "voting");
    EXPECT_EQ(participle_of("agree"), "agreeing");
    EXPECT_EQ(participle_of("plan"), "planning");
    EXPECT_EQ(adverb_of("happy"), "happily");
    EXPECT_EQ(adverb_of("simple"), "simply");
    EXPECT_EQ(adverb_of("basic"), "basically");
    EXPECT_EQ(adverb_of("slow"), "slowly");
}

TEST(WordShape, WordsAreLettersAndAtLeastThree) {
    Random random{7};
    for (int i = 0; i < 2000; ++i) {
        const std::string word = coin_word(random, random.between(1, 4));
        EXPECT_GE(word.size(), 3U);
        EXPECT_EQ(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), word.npos) << word;
    }
}

TEST(Zipf, DrawsLowRanksMoreOften) {
    const Zipf law{1000, {1.2, 2}};
    Random random{1};
    std::vector<int> drawn(1000);
    for (int i = 0; i < 100'000; ++i) ++drawn[law.draw(random)];
    EXPECT_GT(drawn[0], 3 * drawn[9]);
    EXPECT_GT(drawn[9], 3 * drawn[99]);
    EXPECT_GT(drawn[500] + drawn[501] + drawn[502], 0);
}

}  // namespace
}  // namespace morgue::bench
