#include <string>

#include <gtest/gtest.h>

#include <tools/render/bidi.hpp>
#include <tools/render/paragraph.hpp>

namespace morgue::tools {

namespace {

constexpr const char* fsi = "\u2068";
constexpr const char* pdi = "\u2069";

Looks coloured() {
    Looks looks;
    looks.style = {.title = "<b>", .faint = "<f>", .path = "<p>", .hit = "<h>", .off = "</>"};
    return looks;
}

Looks marked(std::size_t width = 0) {
    Looks looks;
    looks.marks = {"[", "]"};
    looks.width = width;
    return looks;
}

}  // namespace

TEST(Paragraph, LightsWhatIsLit) {
    EXPECT_EQ(Paragraph{marked()}.add_foreign({"a storm", {{2, 7}}}).lines("", 0), "a [storm]\n");
    EXPECT_EQ(Paragraph{coloured()}.add_foreign({"a storm", {{2, 7}}}).lines("", 0),
              "a <h>storm</>\n");
}

TEST(Paragraph, GroundComesBackAfterWhatIsLit) {
    Looks looks = coloured();
    EXPECT_EQ(Paragraph{looks}.colour("<b>").add_foreign({"a storm!", {{2, 7}}}).lines("", 0),
              "<b>a </><h>storm</><b>!</>\n");
}

TEST(Paragraph, ColoursEndWithEachLine) {
    Looks looks = coloured();
    looks.width = 9;
    EXPECT_EQ(Paragraph{looks}.add_foreign({"the storm corps", {{4, 15}}}).lines("", 2),
              "the <h>storm</>\n  <h>corps</>\n");
}

TEST(Paragraph, MarksTakeRoom) {
    EXPECT_EQ(Paragraph{marked(10)}.add_foreign({"the storm corps", {{4, 9}}}).lines("", 0),
              "the\n[storm]\ncorps\n");
}

TEST(Paragraph, LinesStandBelowEachOther) {
    EXPECT_EQ(Paragraph{marked(10)}.add("one two three").lines(" 1  ", 4),
              " 1  one\n    two\n    three\n");
}

TEST(Paragraph, ForeignBytesAreMadePrintable) {
    EXPECT_EQ(Paragraph{marked()}.add_foreign({"a\x1b[2J\nb", {{1, 2}}}).lines("", 0),
              "a[␛][2J b\n");
}

TEST(Paragraph, BodiesKeepTheirLines) {
    EXPECT_EQ(Paragraph{marked()}.add_body("a\n\n b  \n", {}).lines("", 0), "a\n\n b  \n");
    EXPECT_EQ(Paragraph{marked()}.add_body("a\nb", {{0, 3}}).lines("", 0), "[a\nb]\n");
}

TEST(Paragraph, IsolatesRightToLeftText) {
    const Looks looks = marked();
    EXPECT_EQ(Paragraph{looks}.add_foreign("صحيفة").add(" · 2019").lines("", 0),
              std::string{fsi} + "صحيفة" + pdi + " · 2019\n");
    EXPECT_EQ(Paragraph{looks}.add_foreign("Gazette").add(" · 2019").lines("", 0),
              "Gazette · 2019\n");
}

TEST(Paragraph, WhatIsLitStaysWithinTheIsolate) {
    const std::string text = "אור בים";
    const std::vector<ByteRange> lit{{0, 6}};
    EXPECT_EQ(Paragraph{marked()}.add_foreign({text, lit, "… ", " …"}).lines("", 0),
              std::string{fsi} + "… [אור] בים …" + pdi + "\n");
    EXPECT_EQ(Paragraph{coloured()}.add_foreign({text, lit}).lines("", 0),
              std::string{fsi} + "<h>אור</> בים" + pdi + "\n");
}

TEST(Paragraph, EachLineIsIsolatedInTheDirectionOfTheWhole) {
    EXPECT_EQ(Paragraph{marked(8)}.add_foreign("שלום רב Morgue").lines("", 0),
              std::string{fsi} + "שלום רב" + pdi + "\n\u2067Morgue" + pdi + "\n");
    EXPECT_EQ(Paragraph{marked(8)}.add_foreign("Morgue, שלום").lines("", 0),
              std::string{fsi} + "Morgue," + pdi + "\n\u2066שלום" + pdi + "\n");
}

TEST(Paragraph, PlainTextHasNoIsolates) {
    Looks looks;
    looks.plain = true;
    EXPECT_EQ(Paragraph{looks}.add_foreign("صحيفة").lines("", 0), "صحيفة\n");
}

TEST(Bidi, TellsDirections) {
    for (const char* text : {"", "storm", "東京", "١"}) {
        EXPECT_EQ(direction_of(text), Direction::left_to_right) << text;
    }
    EXPECT_EQ(direction_of("12 بحر"), Direction::right_to_left);
    EXPECT_EQ(direction_of("a بحر"), Direction::left_to_right);
    EXPECT_FALSE(has_right_to_left("Übersee, 東京 12"));
    for (const char* text : {"a ב", "بحر", "١٠"}) EXPECT_TRUE(has_right_to_left(text)) << text;
}

}  // namespace morgue::tools
