// The quick ways through the tokenizer give what the long ones give, to the byte.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <span>
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
    std::vector<std::string> forms;
};

/// All tokens, and what is passed over where only some are wanted.
std::vector<Told> told(const std::string& text, const char* language,
                       const Beginnings* wanted = nullptr) {
    std::vector<Told> all;
    const auto place = [](std::size_t begin, std::size_t end) {
        return std::to_string(begin) + '-' + std::to_string(end);
    };
    const Wanted choosy{wanted == nullptr ? Beginnings() : *wanted,
                        [&](std::span<const PlainWord> words) {
                            for (const PlainWord& word : words)
                                all.push_back({place(word.begin, word.end), {}});
                        }};
    const TokenizerOptions options{.language = find_language(language),
                                   .wanted = wanted == nullptr ? nullptr : &choosy};
    tokenize(text, options, [&](const Token& token) {
        EXPECT_EQ(token.position, all.size()) << text;
        Told one{place(token.begin, token.end), {}};
        for (const auto& forms : {token.forms, token.joined})
            for (const Form& form : forms)
                if (form.kind != FormKind::exact) one.forms.emplace_back(form.text);
        all.push_back(std::move(one));
    });
    return all;
}

/// Every seventh form is looked for.
void expect_all_that_is_wanted(const std::string& text, const char* language) {
    const std::vector<Told> all = told(text, language);
    std::set<std::string> looked_for;
    Beginnings wanted;
    std::size_t forms = 0;
    for (const Told& one : all)
        for (const std::string& form : one.forms)
            if (++forms % 7 == 0 && looked_for.insert(form).second) wanted.add(form);
    const std::vector<Told> some = told(text, language, &wanted);
    ASSERT_EQ(some.size(), all.size()) << text;
    const auto is_looked_for = [&](const std::string& form) { return looked_for.contains(form); };
    for (std::size_t i = 0; i < all.size(); ++i) {
        ASSERT_EQ(some[i].place, all[i].place) << text;
        if (std::ranges::none_of(all[i].forms, is_looked_for)) continue;
        ASSERT_EQ(some[i].forms, all[i].forms) << language << '\n' << text;
    }
}

TEST(Shortcuts, NothingWantedIsPassedOver) {
    for (const char* language : {"en", "de", "fi", "ga", "-"}) {
        for (const auto& text : random_texts()) expect_all_that_is_wanted(text, language);
        for (const auto& text : texts_of_the_corpus()) expect_all_that_is_wanted(text, language);
        expect_all_that_is_wanted("mbean npost go hullamh US Us 9 99 ups Hats He is dying, lies",
                                  language);
    }
}

TEST(Shortcuts, AShortStemMayHaveAnotherSecondLetter) {
    Wanted wanted{{}, [](std::span<const PlainWord>) {}};
    wanted.beginnings.add("die");
    std::vector<std::string> stems;
    tokenize("He was dying", {.language = find_language("en"), .wanted = &wanted},
             [&](const Token& token) {
                 for (const Form& form : token.forms)
                     if (form.kind == FormKind::stem) stems.emplace_back(form.text);
             });
    EXPECT_EQ(std::ranges::count(stems, "die"), 1);
}

TEST(Shortcuts, UnwantedWordsArePassedOver) {
    std::size_t passed = 0;
    const Wanted none{{}, [&](std::span<const PlainWord> words) { passed += words.size(); }};
    std::size_t tokens = 0;
    tokenize("The storm, it came\nashore vs. land", {.wanted = &none},
             [&](const Token&) { ++tokens; });
    EXPECT_EQ(tokens, 1U);
    EXPECT_EQ(passed, 6U);
}

std::vector<Word> words_by_the_long_way(const std::string& text) {
    std::vector<Word> words;
    Scanner slow(text);
    for (Word word; slow.next_the_long_way(word);) words.push_back(word);
    return words;
}

void expect_plain(const PlainWord& word, const Word& expected) {
    EXPECT_EQ(word.begin, expected.begin);
    EXPECT_EQ(word.end, expected.end);
    EXPECT_EQ(word.capitals, expected.capitals > 0);
    EXPECT_EQ(expected.core_begin, expected.begin);
    EXPECT_EQ(expected.core_end, expected.end);
    EXPECT_TRUE(expected.ascii);
    EXPECT_FALSE(expected.linked);
    EXPECT_EQ(word.starts_sentence, expected.starts_sentence);
    EXPECT_EQ(word.starts_paragraph, expected.starts_paragraph);
    EXPECT_TRUE(!word.starts_sentence || expected.letters > expected.capitals);
}

void expect_the_same_by_the_long_way(const std::string& text) {
    SCOPED_TRACE(text);
    const std::vector<Word> expected = words_by_the_long_way(text);
    Scanner quick(text);
    Word word;
    for (const Word& one : expected) {
        ASSERT_TRUE(quick.next(word));
        ASSERT_EQ(word, one) << "at " << one.begin;
    }
    ASSERT_FALSE(quick.next(word));
    Scanner quickest(text);
    PlainWord plain[3];
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const std::size_t count = quickest.next_plain(plain);
        ASSERT_LE(count, expected.size() - i);
        for (std::size_t k = 0; k < count; ++k) expect_plain(plain[k], expected[i + k]);
        i += count;
        if (i == expected.size()) break;
        ASSERT_TRUE(quickest.next(word));
        ASSERT_EQ(word, expected[i]) << "at " << expected[i].begin;
    }
    ASSERT_FALSE(quickest.next(word));
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
