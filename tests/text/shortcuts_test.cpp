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

struct Told {
    std::string place;
    std::string forms;
    bool wanted = false;  ///< one of the forms begins so
};

std::vector<Told> told(const std::string& text, const TokenizerOptions& options,
                       const Beginnings& wanted) {
    std::vector<Told> all;
    tokenize(text, options, [&](const Token& token) {
        Told one{std::to_string(token.begin) + '-' + std::to_string(token.end), {}, false};
        for (const auto& forms : {token.forms, token.joined}) {
            print(one.forms, forms);
            for (const Form& form : forms)
                one.wanted |=
                    !form.text.empty() && wanted[static_cast<unsigned char>(form.text.front())];
        }
        all.push_back(std::move(one));
    });
    return all;
}

void expect_all_that_is_wanted(const std::string& text, const char* language) {
    Beginnings wanted;
    for (const char byte : {'u', 'c', 'h', '9', 'p'})
        wanted[static_cast<unsigned char>(byte)] = true;
    const TokenizerOptions options{.language = find_language(language)};
    TokenizerOptions choosy = options;
    choosy.wanted = &wanted;
    const std::vector<Told> all = told(text, options, wanted);
    const std::vector<Told> some = told(text, choosy, wanted);
    ASSERT_EQ(some.size(), all.size()) << text;
    for (std::size_t i = 0; i < all.size(); ++i) {
        ASSERT_EQ(some[i].place, all[i].place) << text;
        if (!all[i].wanted) continue;
        ASSERT_EQ(some[i].forms, all[i].forms) << language << '\n' << text;
    }
}

TEST(Shortcuts, NothingWantedIsPassedOver) {
    for (const char* language : {"en", "de", "ga", "-"}) {
        for (const auto& text : random_texts()) expect_all_that_is_wanted(text, language);
        for (const auto& text : texts_of_the_corpus()) expect_all_that_is_wanted(text, language);
        expect_all_that_is_wanted("mbean npost go hullamh US Us 9 99 ups Hats", language);
    }
}

TEST(Shortcuts, UnwantedWordsAreNotLookedUp) {
    const Beginnings none;
    tokenize("The storm came ashore", {.language = find_language("en"), .wanted = &none},
             [](const Token& token) { EXPECT_EQ(token.forms.empty(), token.position > 0); });
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
