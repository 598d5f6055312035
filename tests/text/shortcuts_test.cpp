// The quick ways through the tokenizer give what the long ones give, to the byte.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <text/dictionary.hpp>
#include <text/hostile_pieces.hpp>
#include <text/scanner.hpp>
#include <text/token_printer.hpp>

namespace morgue::text {
namespace {

/// Everything that a token tells but its numbers.
std::string print_all(std::string_view text, const TokenizerOptions& options) {
    std::string out;
    tokenize(text, options, [&](const Token& token) {
        for (const std::size_t part :
             {token.begin, token.end, std::size_t{token.position}, std::size_t{token.group}})
            out += std::to_string(part) + ' ';
        for (const bool flag :
             {token.starts_sentence, token.starts_paragraph, token.cut, token.unspaced})
            out += flag ? '1' : '0';
        print(out, token.forms);
        out += " + ";
        print(out, token.joined);
        out += '\n';
    });
    return out;
}

std::vector<std::string> random_texts() {
    std::mt19937 random(3);
    std::vector<std::string> texts;
    for (int i = 0; i < 300; ++i) texts.push_back(random_pieces(random, 40));
    // Mostly plain words, as in articles, with something hard here and there.
    const char* const words[] = {"The ", "storm ", "US ", "came", "9", " a", ". ", ", ", "-", "\n"};
    for (int i = 0; i < 300; ++i) {
        std::string text;
        for (int k = 0; k < 60; ++k)
            text +=
                random() % 8 == 0 ? random_pieces(random, 1) : words[random() % std::size(words)];
        texts.push_back(std::move(text));
    }
    return texts;
}

std::vector<std::string> texts_of_the_corpus() {
    std::vector<std::string> texts;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(MORGUE_SOURCE_DIR "/corpus")) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return texts;
}

/// One dictionary for all texts, languages and lights; one that is full at once; none.
void expect_the_same_from_memory(const std::vector<std::string>& texts) {
    Dictionary large(1 << 16);
    Dictionary small(3);
    Dictionary none(0);
    for (const char* code : {"en", "de", "fr", "ru", "-"}) {
        for (const bool question : {false, true}) {
            for (const auto& text : texts) {
                TokenizerOptions options{find_language(code), question, &none};
                const auto expected = print_all(text, options);
                for (Dictionary* dictionary : {&large, &small, static_cast<Dictionary*>(nullptr)}) {
                    options.dictionary = dictionary;
                    ASSERT_EQ(print_all(text, options), expected) << code << "\n" << text;
                }
                small.clear();
            }
        }
    }
}

TEST(Shortcuts, FormsAreTheSameFromMemoryInHostileText) {
    expect_the_same_from_memory(random_texts());
}

TEST(Shortcuts, FormsAreTheSameFromMemoryInTheCorpus) {
    const auto texts = texts_of_the_corpus();
    ASSERT_GT(texts.size(), 50U);
    expect_the_same_from_memory(texts);
}

void expect_the_same_by_the_long_way(const std::string& text) {
    Scanner quick(text);
    Scanner slow(text);
    for (Word expected; slow.next_the_long_way(expected);) {
        Word word;
        ASSERT_TRUE(quick.next(word)) << text;
        ASSERT_EQ(word, expected) << text << "\nat " << expected.begin;
    }
    Word word;
    ASSERT_FALSE(quick.next(word)) << text;
}

TEST(Shortcuts, WordsAreTheSameByTheLongWay) {
    for (const auto& text : random_texts()) expect_the_same_by_the_long_way(text);
    for (const auto& text : texts_of_the_corpus()) expect_the_same_by_the_long_way(text);
}

TEST(Shortcuts, WordsAreTheSameAtEveryEndOfAText) {
    const std::string text =
        "He said: \"The U.S. paid 1,5 a' b& C+ 9. 9, $5 e-mail x/y z\u00AD.\" A";
    for (std::size_t size = 0; size <= text.size(); ++size)
        expect_the_same_by_the_long_way(text.substr(0, size));
}

TEST(Shortcuts, AnArticleHasWordsWhereThereAreTokens) {
    for (const auto& text : random_texts())
        ASSERT_EQ(has_words(text), !print_all(text, {}).empty()) << text;
    EXPECT_FALSE(has_words(" \u00AD.\n- "));
}

}  // namespace
}  // namespace morgue::text
