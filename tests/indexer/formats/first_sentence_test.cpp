#include <gtest/gtest.h>

#include <indexer/formats/first_sentence.hpp>

namespace morgue::indexer {
namespace {

TEST(FirstSentence, StandsOnOneLine) {
    constexpr std::pair<std::string_view, std::string_view> rows[] = {
        {"Rain fell. It fell for days.", "Rain fell."},
        {"Rain\nfell on us. It fell.", "Rain fell on us."},
        {"Rain fell", "Rain fell"},
        {"\n\n  Rain fell.\nMore.", "Rain fell."},
        {"“Rain fell.” “It did,” he said.", "“Rain fell.”"},
        {"\"Rain fell.\" \"It did,\" he said.", "\"Rain fell.\""},
        {"Mr. Doe saw rain in the U.S. on Monday. It fell.",
         "Mr. Doe saw rain in the U.S. on Monday."},
        {"雨が降った。風も吹いた。", "雨が降った。"},
        {"A headline without a stop\nA second line.", "A headline without a stop"},
        {"", ""},
        {"   ", ""},
    };
    for (const auto& [text, sentence] : rows) EXPECT_EQ(first_sentence(text), sentence) << text;
}

TEST(FirstSentence, ALongOneIsCutAtAWord) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += "storm ";
    const std::string sentence = first_sentence(text);
    EXPECT_TRUE(sentence.ends_with("storm…")) << sentence;
    EXPECT_LE(sentence.size(), 100 + std::string_view("…").size());
    EXPECT_GE(sentence.size(), 90u);
}

TEST(FirstSentence, OneOfExactlyAHundredCharactersIsWhole) {
    const std::string whole = std::string(99, 'a') + ".";
    EXPECT_EQ(first_sentence(whole), whole);
    EXPECT_EQ(first_sentence("a" + whole), std::string(100, 'a') + "…");
}

TEST(FirstSentence, NoCharacterIsCut) {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "é";
    const std::string sentence = first_sentence(text);
    EXPECT_EQ(sentence.size(), 200 + std::string_view("…").size());
}

}  // namespace
}  // namespace morgue::indexer
