#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <text/sketch.hpp>

namespace morgue::text {
namespace {

/// So many made-up words, the same for the same seed.
std::string some_text(unsigned seed, std::size_t words) {
    std::mt19937 random(seed);
    std::string text;
    for (std::size_t i = 0; i < words; ++i) text += "word" + std::to_string(random() % 5000) + ' ';
    return text;
}

TEST(Sketch, OfTheSameWordsIsTheSame) {
    const Sketch sketch = sketch_of(
        "The storm hit the coast at night, and the corps was there by "
        "morning to clear the road and bring water to the town.");
    EXPECT_FALSE(sketch.empty());
    EXPECT_EQ(sketch.hashes(),
              sketch_of("THE STORM hit the coast – at night; and\nthe corps was there, by morning,"
                        " to clear the road and bring water to the town!")
                  .hashes());
}

TEST(Sketch, OfAShortTextIsEmpty) {
    EXPECT_TRUE(sketch_of("").empty());
    EXPECT_TRUE(sketch_of("A photo of the day from our desk.").empty());
    EXPECT_EQ(shared_part(sketch_of("the same few words"), sketch_of("the same few words")), 0);
}

TEST(Sketch, HashesAscendAndAreTheLeast) {
    const Sketch part = sketch_of(some_text(1, 400));
    const Sketch whole = sketch_of(some_text(1, 400) + some_text(2, 400));
    for (std::size_t i = 1; i < Sketch::most; ++i) {
        EXPECT_LT(part.hashes()[i - 1], part.hashes()[i]);
        EXPECT_LE(whole.hashes()[i], part.hashes()[i]);
    }
}

TEST(Sketch, ALongTextThatRepeatsItselfIsSeenWhole) {
    std::string text;
    for (int i = 0; i < 500; ++i) text += some_text(3, 40);
    EXPECT_NE(sketch_of(text).hashes()[30], Sketch::none);
    EXPECT_EQ(shared_part(sketch_of(text), sketch_of(some_text(3, 40))), 1);
}

TEST(Sketch, ATextWithoutSpacesIsCutByCharacters) {
    const std::string text = "昨夜の嵐で道路が閉鎖され、朝までに復旧した。市は水を配った。";
    EXPECT_FALSE(sketch_of(text).empty());
    EXPECT_EQ(shared_part(sketch_of(text), sketch_of("速報：" + text)), 1);
}

TEST(Sketch, ACutTextIsInTheWholeOne) {
    const std::string whole = some_text(4, 600);
    const Sketch cut = sketch_of(whole.substr(0, whole.size() / 2));
    EXPECT_EQ(shared_part(sketch_of(whole), cut), 1);
    EXPECT_EQ(shared_part(cut, sketch_of(whole)), 1);
}

TEST(Sketch, OtherTextsShareNothing) {
    EXPECT_LT(shared_part(sketch_of(some_text(5, 500)), sketch_of(some_text(6, 500))), 0.1);
}

TEST(Sketch, TakesAnyBytes) {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        std::string bytes(random() % 300, '\0');
        for (char& byte : bytes) byte = static_cast<char>(random());
        sketch_of(bytes);
    }
}

}  // namespace
}  // namespace morgue::text
