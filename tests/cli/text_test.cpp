#include <string>

#include <gtest/gtest.h>

#include <tools/render/base64.hpp>
#include <tools/render/display_width.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

TEST(Printable, LeavesGoodTextAlone) {
    for (const std::string text : {"", "plain", "naïve 東京 Москва", "مرحبا\u200F", "👩\u200D🚀"})
        EXPECT_EQ(printable(text), text);
}

TEST(Printable, ShowsWhatIsUnsafe) {
    EXPECT_EQ(printable("\x1b[31m"), "␛[31m");
    EXPECT_EQ(printable(std::string_view{"a\0b", 3}), "a␀b");
    EXPECT_EQ(printable("\x7f"), "␡");
    EXPECT_EQ(printable("\u0080\u009b\u009f"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(printable("\u202A\u202E\u2066\u2069"), "\uFFFD\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(printable("bad\xff\xc3"), "bad\uFFFD\uFFFD");
    EXPECT_EQ(printable("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD");
}

TEST(Printable, JoinsOrKeepsLines) {
    EXPECT_EQ(printable("a\r\nb\tc\u2028d\re"), "a b c d␍e");
    EXPECT_EQ(printable("a. \n\n\tB"), "a. B");
    EXPECT_EQ(printable("a\r\nb\tc\u2028d\re", Lines::keep), "a\nb\tc\nd␍e");
}

TEST(EscapedJson, EscapesWhatATerminalMightObey) {
    EXPECT_EQ(escaped_json("{\"a\":\"\x7f\u009b\u202eé\"}"), "{\"a\":\"\\u007f\\u009b\\u202eé\"}");
}

TEST(IsUtf8, TellsWhatIsWellFormed) {
    EXPECT_TRUE(is_utf8("東京"));
    EXPECT_FALSE(is_utf8("caf\xe9"));
}

TEST(CountCharacters, CountsCodePoints) {
    EXPECT_EQ(count_characters("東京"), 2U);
    EXPECT_EQ(count_characters("e\u0301"), 2U);
    EXPECT_EQ(count_characters("a\xff"), 2U);
}

TEST(Base64, FollowsTheRfc) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("\xff\xfe"), "//4=");
}

TEST(Wording, NumbersForPeople) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1000), "1,000");
    EXPECT_EQ(grouped(1234567), "1,234,567");
    EXPECT_EQ(counted(1, "article"), "1 article");
    EXPECT_EQ(counted(1200, "article"), "1,200 articles");
    EXPECT_EQ(bytes_for_people(1), "1 byte");
    EXPECT_EQ(bytes_for_people(1500), "1.5 kB");
    EXPECT_EQ(bytes_for_people(999999), "1.0 MB");
}

}  // namespace morgue::tools
