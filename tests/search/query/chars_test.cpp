#include <gtest/gtest.h>

#include <search/query/chars.hpp>
#include <search/query/field_name.hpp>

namespace morgue::query {

namespace {

TEST(Chars, TellWordsFromPunctuation) {
    for (const char* text : {"a", "é", "東", "5", "½", "&a", "한", "ⅷ"})
        EXPECT_TRUE(has_word(text)) << text;
    for (const char* text : {"", "&", "—", "…", "\u0301", "\u3164", "🙂", "\u00AD"})
        EXPECT_FALSE(has_word(text)) << text;
    EXPECT_EQ(count_words("state-of-the-art"), 4U);
    EXPECT_EQ(count_words("東京都"), 1U);
    EXPECT_EQ(end_of_words("why?!"), 3U);
}

TEST(Chars, KeepGroupedDigitsTogether) {
    const auto words = split_words("10\u00A0000 a\u00A0b 5\u202F6");
    ASSERT_EQ(words.size(), 4U);
    EXPECT_EQ(words[0], "10\u00A0000");
    EXPECT_EQ(words[3], "5\u202F6");
}

TEST(Chars, ShowLongTextsShortened) {
    EXPECT_EQ(shown("abc"), "abc");
    EXPECT_EQ(shown(std::string(39, 'a') + "éé"), std::string(39, 'a') + "…");
}

TEST(FieldName, FindsFieldsAndTheirNearMisses) {
    EXPECT_EQ(find_field("TITLE")->field, Field::title);
    EXPECT_EQ(find_field("after")->reading, FieldReading::after);
    EXPECT_FALSE(find_field("url"));
    for (const char* name : {"titel", "tite", "ttitle", "tittle", "xitle", "dates", "befor"})
        EXPECT_TRUE(almost_field(name)) << name;
    for (const char* name : {"title", "tilet", "foo", "re", "http", "titleist"})
        EXPECT_FALSE(almost_field(name)) << name;
    EXPECT_EQ(name_before_colon("foo:bar"), "foo");
    EXPECT_EQ(name_before_colon("10:30"), "");
    EXPECT_EQ(name_before_colon("foo"), "");
}

}  // namespace

}  // namespace morgue::query
