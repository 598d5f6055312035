#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <text/dictionary.hpp>
#include <text/token_printer.hpp>

namespace morgue::text {
namespace {

Dictionary::Entry remember(Dictionary& dictionary, std::string_view word, std::uint32_t light = 0,
                           const std::string& form = "form") {
    const Form forms[] = {{FormKind::surface, true, form}};
    return dictionary.remember(Spelling(word, light), {forms});
}

std::string found(const Dictionary& dictionary, std::string_view word, std::uint32_t light = 0) {
    const auto* entry = dictionary.find(Spelling(word, light));
    return entry == nullptr ? "" : std::string(entry->forms.front().text);
}

TEST(Dictionary, KeepsFormsWhenTheirSourceIsGone) {
    Dictionary dictionary(10);
    {
        std::string word = "Word";
        std::string form = "word";
        EXPECT_EQ(remember(dictionary, word, 0, form).number, 1U);
        word = form = "----";
    }
    EXPECT_EQ(found(dictionary, "Word"), "word");
    EXPECT_EQ(found(dictionary, "word"), "");
}

TEST(Dictionary, TellsWordsOfEveryLengthApart) {
    Dictionary dictionary(1000);
    std::vector<std::string> words;
    for (std::size_t size = 1; size <= 64; ++size) {
        const std::string base(size, 'a');
        words.push_back(base);
        for (const std::size_t place : {std::size_t{0}, size / 2, size - 1}) {
            words.push_back(base);
            words.back()[place] = 'b';
        }
    }
    for (const auto& word : words)
        if (found(dictionary, word).empty()) remember(dictionary, word, 0, "form of " + word);
    for (const auto& word : words) EXPECT_EQ(found(dictionary, word), "form of " + word);
}

TEST(Dictionary, TellsLightsApart) {
    Dictionary dictionary(10);
    remember(dictionary, "US", 1, "us");
    EXPECT_EQ(found(dictionary, "US", 1), "us");
    EXPECT_EQ(found(dictionary, "US", 2), "");
}

TEST(Dictionary, LearnsNoMoreThanItIsToldTo) {
    Dictionary dictionary(2);
    EXPECT_EQ(remember(dictionary, "one").number, 1U);
    EXPECT_FALSE(dictionary.full());
    EXPECT_EQ(remember(dictionary, "two").number, 2U);
    EXPECT_TRUE(dictionary.full());
    EXPECT_EQ(remember(dictionary, "three").number, 0U);
    EXPECT_EQ(found(dictionary, "three"), "");
    EXPECT_EQ(found(dictionary, "two"), "form");
    dictionary.clear();
    EXPECT_EQ(found(dictionary, "two"), "");
    EXPECT_EQ(remember(dictionary, "three").number, 1U);
}

TEST(Dictionary, IsFullOfFewWordsWithMuchToThem) {
    Dictionary dictionary(100);
    for (int i = 0; i < 100; ++i)
        remember(dictionary, "word" + std::to_string(i), 0, std::string(1000, 'x'));
    EXPECT_TRUE(dictionary.full());
    EXPECT_EQ(found(dictionary, "word99"), "");
}

TEST(Dictionary, LeavesExcessiveWordsAlone) {
    Dictionary dictionary(10);
    const std::string word(320, 'a');  // a length whose lowest bits are those of a short one
    EXPECT_EQ(remember(dictionary, word).number, 0U);
    EXPECT_EQ(found(dictionary, word), "");
    EXPECT_EQ(found(dictionary, word.substr(0, 64)), "");
}

TEST(Dictionary, NumbersTheWordsOfATextAlike) {
    Dictionary dictionary(100);
    std::vector<std::uint32_t> words;
    std::vector<std::uint32_t> compounds;
    tokenize("The e-mail, an e-mail of the e", {.dictionary = &dictionary},
             [&](const Token& token) {
                 words.push_back(token.word);
                 compounds.push_back(token.compound);
             });
    ASSERT_EQ(words.size(), 9U);
    EXPECT_EQ(words[1], words[4]);
    EXPECT_EQ(words[1], words[8]);
    EXPECT_NE(words[0], words[7]) << "The is written otherwise than the";
    EXPECT_EQ(compounds[0], 0U);
    EXPECT_NE(compounds[1], 0U);
    EXPECT_EQ(compounds[1], compounds[4]);
    EXPECT_EQ(compounds[1], compounds[5]) << "at its last part too";
}

/// A sink may tokenize too, and fill the thread's dictionary meanwhile.
TEST(Dictionary, OfAThreadOutlastsTokensInHand) {
    std::string many;
    for (int i = 0; i < 30'000; ++i) many += " word" + std::to_string(i);
    tokenize("rates rates", {.language = find_language("en")}, [&](const Token& token) {
        for (int round = 0; round < 2; ++round) print_tokens(many, "en");
        std::string printed;
        print(printed, token.forms);
        EXPECT_EQ(printed, "rates Z:rate");
    });
}

}  // namespace
}  // namespace morgue::text
