#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <tools/render/display_width.hpp>
#include <tools/render/wrapping.hpp>

namespace morgue::tools {

namespace {

using Lines = std::vector<std::string>;

Lines wrapped(const std::string& text, std::size_t columns) {
    Lines lines;
    for (const auto& [begin, end] : wrapped_lines(text, {columns, columns}))
        lines.push_back(text.substr(begin, end - begin));
    return lines;
}

}  // namespace

TEST(Wrapping, BreaksBetweenWords) {
    EXPECT_EQ(wrapped("the storm corps went out", 10), (Lines{"the storm", "corps went", "out"}));
    EXPECT_EQ(wrapped("the storm", 9), (Lines{"the storm"}));
    EXPECT_EQ(wrapped("", 10), Lines{});
}

TEST(Wrapping, FirstLineHasItsOwnRoom) {
    const std::string text = "one two three";
    const auto lines = wrapped_lines(text, {4, 20});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(text.substr(lines[1].begin, lines[1].end - lines[1].begin), "two three");
}

TEST(Wrapping, SpacesAtTheEndTakeNoRoom) {
    EXPECT_EQ(wrapped("storm   corps", 5), (Lines{"storm", "corps"}));
    EXPECT_EQ(wrapped("storm ", 5), (Lines{"storm"}));
}

TEST(Wrapping, KeepsLineEndsAndIndents) {
    EXPECT_EQ(wrapped("a\n\n  b\n", 10), (Lines{"a", "", "  b"}));
    EXPECT_EQ(wrapped("a\n\n  b \n", Room::endless), (Lines{"a", "", "  b "}));
}

TEST(Wrapping, CutsWhatFitsOnNoLine) {
    EXPECT_EQ(wrapped("abcdefgh", 3), (Lines{"abc", "def", "gh"}));
    EXPECT_EQ(wrapped("x abcdefgh", 3), (Lines{"x", "abc", "def", "gh"}));
    EXPECT_EQ(wrapped("東京", 1), (Lines{"東", "京"}));
}

TEST(Wrapping, NeverCutsACluster) {
    EXPECT_EQ(wrapped("e\u0301e\u0301e\u0301", 2), (Lines{"e\u0301e\u0301", "e\u0301"}));
    EXPECT_EQ(wrapped("👩‍🚀👩‍🚀", 3), (Lines{"👩‍🚀", "👩‍🚀"}));
}

TEST(Wrapping, KnowsScriptsWithoutSpaces) {
    EXPECT_EQ(wrapped("東京国際映画祭", 6), (Lines{"東京国", "際映画", "祭"}));
    // No line begins with a full stop or a closing bracket.
    EXPECT_EQ(wrapped("東京国際。映画", 8), (Lines{"東京国", "際。映画"}));
    EXPECT_EQ(wrapped("พิพิธภัณฑ์ทะเล", 8), (Lines{"พิพิธภัณฑ์", "ทะเล"}));
}

TEST(Wrapping, ADotBetweenFactsBeginsNoLine) {
    EXPECT_EQ(wrapped("World · 2019", 7), (Lines{"World ·", "2019"}));
    EXPECT_EQ(wrapped("World · 2019", 8), (Lines{"World ·", "2019"}));
}

TEST(Wrapping, NoLineIsWiderThanItsRoom) {
    const std::string text =
        "Sturm über 東京国際映画祭 with 👨‍👩‍👧 and e\u0301clair, "
        "www.example.org/long/path";
    for (std::size_t columns = 2; columns < 60; ++columns)
        for (const std::string& line : wrapped(text, columns))
            EXPECT_LE(display_width(line), columns) << line;
}

TEST(DisplayWidth, CountsColumns) {
    EXPECT_EQ(display_width("abc"), 3U);
    EXPECT_EQ(display_width("東京"), 4U);
    EXPECT_EQ(display_width("대통령"), 6U);
    EXPECT_EQ(display_width("ｱ"), 1U);
    EXPECT_EQ(display_width("Ａ"), 2U);
    EXPECT_EQ(display_width("e\u0301"), 1U);
    EXPECT_EQ(display_width("\u200B\u200D"), 0U);
    EXPECT_EQ(display_width("\t"), 8U);
}

TEST(DisplayWidth, CountsClustersAsTheyAreDrawn) {
    EXPECT_EQ(display_width("👩‍🚀"), 2U);
    EXPECT_EQ(display_width("👨‍👩‍👧‍👦"), 2U);
    EXPECT_EQ(display_width("👍🏽"), 2U);
    EXPECT_EQ(display_width("🇫🇷🇩🇪"), 4U);
    EXPECT_EQ(display_width("❤\uFE0F"), 2U);
    EXPECT_EQ(display_width("❤"), 1U);
    EXPECT_EQ(display_width("1\uFE0F\u20E3"), 2U);
    EXPECT_EQ(display_width("\u1112\u1161\u11AB"), 2U);  // Hangul, decomposed
    EXPECT_EQ(display_width("กำ"), 2U);
    EXPECT_EQ(display_width("مُ"), 1U);
}

}  // namespace morgue::tools
