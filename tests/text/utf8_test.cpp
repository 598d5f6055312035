#include <string>

#include <gtest/gtest.h>

#include <text/utf8.hpp>

namespace morgue::text {
namespace {

TEST(Utf8, AcceptsWellFormedText) {
    for (const std::string_view text : {"", "plain", "naïve", "東京", "\U0001F5DE newspaper",
                                        "sixteen letters and then é", "\x7F", "\uFFFD"}) {
        EXPECT_TRUE(is_valid_utf8(text)) << text;
    }
    EXPECT_TRUE(is_valid_utf8(std::string_view("a\0b", 3)));
}

TEST(Utf8, RefusesMalformedText) {
    for (const std::string_view bytes :
         {"\x80", "caf\xE9", "\xC3", "a\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE6\x9D",
          "\xF8\x88\x80\x80\x80", "twenty plain letters \xFF", "\xE0\x80\xAF"}) {
        EXPECT_FALSE(is_valid_utf8(bytes));
    }
}

TEST(Utf8, PrefixKeepsCharactersWhole) {
    const std::string text = "aé東\U0001F5DE";  // 1 + 2 + 3 + 4 bytes
    const std::size_t kept[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};
    for (std::size_t limit = 0; limit < std::size(kept); ++limit) {
        EXPECT_EQ(utf8_prefix(text, limit), text.substr(0, kept[limit])) << limit;
    }
}

TEST(Utf8, PrefixOfMalformedTextStaysWithinTheLimit) {
    const std::string trails(20, '\x80');
    for (std::size_t limit = 0; limit < 20; ++limit) {
        EXPECT_LE(utf8_prefix(trails, limit).size(), limit);
    }
    EXPECT_EQ(utf8_prefix(trails, 10).size(), 10U);
}

}  // namespace
}  // namespace morgue::text
