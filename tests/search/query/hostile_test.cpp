#include <ctime>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include <search/query/limits.hpp>
#include <search/query/reading.hpp>

namespace morgue::query {

namespace {

using testing::tree_of;

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() + piece.size() <= bytes) text += piece;
    return text;
}

TEST(Hostile, RefusesTenThousandParentheses) {
    EXPECT_EQ(tree_of(std::string(10000, '(')), "! too-deep");
    EXPECT_EQ(tree_of(std::string(10000, ')')), "! unopened-parenthesis");
    EXPECT_EQ(tree_of(std::string(5000, '(') + "a" + std::string(5000, ')')), "! too-deep");
}

TEST(Hostile, HoldsTheLimitsExactly) {
    const auto deep = [](std::size_t depth) {
        return std::string(depth, '(') + "a" + std::string(depth, ')');
    };
    EXPECT_EQ(tree_of(deep(max_depth)), "(word a)");
    EXPECT_EQ(tree_of(deep(max_depth + 1)), "! too-deep");
    EXPECT_EQ(tree_of(std::string(max_query_bytes, 'a')).size(), max_query_bytes + 7);
    EXPECT_EQ(tree_of(std::string(max_query_bytes + 1, 'a')), "! query-too-long");
    EXPECT_EQ(tree_of(repeated("a ", 2 * max_words)).substr(0, 5), "(and ");
    EXPECT_EQ(tree_of(repeated("a ", 2 * max_words + 2)), "! too-many-words");
    EXPECT_EQ(tree_of("\"" + repeated("a ", 2 * max_words + 2) + "\""), "! too-many-words");
    EXPECT_EQ(tree_of(repeated("a/", 2 * max_words + 2)), "! too-many-words");
}

TEST(Hostile, RefusesWhatIsNoText) {
    for (const std::string& text : {std::string("a\0b", 3), std::string("a\xE9"),
                                    std::string("\xC0\xAF"), std::string("\xED\xA0\x80")})
        EXPECT_EQ(tree_of(text), "! bad-encoding");
}

TEST(Hostile, ReadsAnythingQuickly) {
    for (const char* piece :
         {"(",    ")",          "\"",      "“",      "-",   "- ", "-a ",       "+-",
          ":",    "a:",         "foo:\"",  "*",      "* ",  "/",  "/(",        "\\",
          "\\ ",  "|",          "a|",      "~",      "=\"", "& ", "a b OR c ", "https://",
          "NOT ", "a OR ",      "title:(", "-(",     "..",  "?",  "\u00A0",    "1\u00A0",
          "é",    "date:2019 ", "\"a\" ",  "𝒳\u0301"}) {
        const std::string text = repeated(piece, max_query_bytes);
        const std::clock_t begin = std::clock();
        tree_of(text);
        EXPECT_LT(std::clock() - begin, CLOCKS_PER_SEC / 2) << piece;
    }
}

TEST(Hostile, SurvivesRandomBytes) {
    std::mt19937 random(20260304);
    std::uniform_int_distribution<int> byte(1, 255);
    std::uniform_int_distribution<int> ascii(32, 126);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (int k = byte(random) / 4; k >= 0; --k)
            text += static_cast<char>(i % 2 ? ascii(random) : byte(random));
        const auto parsed = Query::parse(text);
        if (const auto* error = std::get_if<QueryError>(&parsed)) {
            EXPECT_LE(error->begin, error->end);
            EXPECT_LE(error->end, text.size());
            EXPECT_FALSE(error->message.empty() || error->help.empty());
        }
    }
}

}  // namespace

}  // namespace morgue::query
