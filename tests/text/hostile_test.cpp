#include <random>
#include <string>

#include <gtest/gtest.h>

#include <text/hostile_pieces.hpp>
#include <text/scanner.hpp>
#include <text/tokenizer.hpp>
#include <text/utf8.hpp>

namespace morgue::text {
namespace {

void expect_sound_forms(std::span<const Form> forms) {
    for (const auto& form : forms) {
        ASSERT_FALSE(form.text.empty());
        ASSERT_LE(form.text.size(), max_word_bytes);
        ASSERT_TRUE(is_valid_utf8(form.text));
    }
}

/// Tokenizes and checks all that holds for every text; gives the number of tokens.
std::size_t check(std::string_view text, const TokenizerOptions& options = {}) {
    std::size_t count = 0;
    std::size_t end = 0;
    tokenize(text, options, [&](const Token& token) {
        ASSERT_EQ(token.position, count++);
        ASSERT_GE(token.begin, end);
        ASSERT_GT(token.end, token.begin);
        ASSERT_LE(token.end, text.size());
        ASSERT_TRUE(is_valid_utf8(text.substr(token.begin, token.end - token.begin)));
        ASSERT_TRUE(token.starts_sentence || !token.starts_paragraph);
        ASSERT_FALSE(token.forms.empty());
        expect_sound_forms(token.forms);
        expect_sound_forms(token.joined);
        end = token.end;
    });
    return count;
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    while (times-- > 0) text += piece;
    return text;
}

TEST(HostileText, RandomBytes) {
    std::mt19937 random(1);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 2'000; ++round) {
        std::string text;
        for (int i = 0; i < 200; ++i) text += static_cast<char>(byte(random));
        check(text, {.language = find_language("de")});
    }
}

TEST(HostileText, RandomPieces) {
    std::mt19937 random(2);
    for (const auto* language : {"en", "de", "fr", "ru"}) {
        for (int round = 0; round < 5'000; ++round) {
            const std::string text = random_pieces(random, 30);
            check(text, {.language = find_language(language), .question = round % 2 == 0});
        }
    }
}

TEST(HostileText, EveryTruncationOfAText) {
    const std::string text = "The U.S.’s “e‑mail” – 1 000,50 € l’État C++ 東京タワー ไทย Müller";
    for (std::size_t size = 0; size <= text.size(); ++size) check(text.substr(0, size));
}

TEST(HostileText, NulsAndMalformedBytesSeparateWords) {
    EXPECT_EQ(check(std::string("one\0two\xFFthree\xC3(four", 19)), 4U);
    EXPECT_EQ(check("don\xE2\x80t"), 2U);
    EXPECT_EQ(check(""), 0U);
    EXPECT_EQ(check(" \xFF\xFE\u00AD\u3164 "), 0U);
}

TEST(HostileText, EveryWordCharacterAloneHasAForm) {
    for (char32_t code = 1; code <= 0x10FFFF; ++code) {
        if (code >= 0xD800 && code <= 0xDFFF) continue;
        std::string text;
        if (code >= 0x10000) {
            text = {static_cast<char>(0xF0 | (code >> 18)),
                    static_cast<char>(0x80 | ((code >> 12) & 63)),
                    static_cast<char>(0x80 | ((code >> 6) & 63)),
                    static_cast<char>(0x80 | (code & 63))};
        } else if (code >= 0x800) {
            text = {static_cast<char>(0xE0 | (code >> 12)),
                    static_cast<char>(0x80 | ((code >> 6) & 63)),
                    static_cast<char>(0x80 | (code & 63))};
        } else if (code >= 0x80) {
            text = {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 63))};
        } else {
            text = {static_cast<char>(code)};
        }
        ASSERT_LE(check(text), 1U) << "U+" << std::hex << static_cast<unsigned>(code);
    }
}

struct Pattern {
    std::string_view piece;
    std::size_t tokens_a_piece;  ///< 0: all pieces are one token
};

const Pattern patterns[] = {
    {"1,", 0},       {"1.000,", 0}, {"1\u00A0", 1}, {"000\u00A0", 0}, {"a-", 1},     {"9/", 1},
    {"U.", 0},       {"a'", 0},     {"a&", 0},      {"a", 0},         {"É", 0},      {"a\u0301", 0},
    {"a\u00AD", 0},  {"SHOUT ", 1}, {"SHOUT. ", 1}, {"SHOUT-", 1},    {"東", 1},     {"\u1112", 0},
    {"\u3099か", 1}, {"l’É", 0},    {"C++ ", 1},    {"Mr. ", 1},      {"\"A\" ", 1}, {"7 ", 1},
    {"\uFDFA", 0},   {"$1 ", 1},    {"U.S ", 1},    {"a-東-", 2},
};

TEST(HostileText, LongRunsOfOnePattern) {
    constexpr std::size_t times = 20'000;
    for (const auto& [piece, tokens] : patterns) {
        const auto count = check(repeated(piece, times), {.language = find_language("de")});
        const auto expected = tokens == 0 ? 1 : times * tokens;
        EXPECT_NEAR(static_cast<double>(count), static_cast<double>(expected), 1.0) << piece;
    }
}

/// Linear time, by counting: what is made of a word is bounded by max_word_bytes, so that the
/// scanner's looks at characters tell the cost.
TEST(HostileText, CostsLinearlyManyLooks) {
    for (const auto& [piece, tokens] : patterns) {
        for (const std::size_t times : {1'000, 2'000, 20'000}) {
            const auto text = repeated(piece, times);
            Scanner scanner(text);
            for (Word word; scanner.next(word);) {
            }
            EXPECT_LE(scanner.looks(), 16 * text.size()) << piece;
        }
    }
}

}  // namespace
}  // namespace morgue::text
