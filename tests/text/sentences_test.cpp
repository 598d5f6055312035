#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <text/tokenizer.hpp>

namespace morgue::text {
namespace {

/// The text's words, each sentence between "|" and each paragraph between "¶".
std::string sentences(std::string_view text) {
    std::string out;
    tokenize(text, {}, [&](const Token& token) {
        EXPECT_TRUE(token.starts_sentence || !token.starts_paragraph);
        if (token.position > 0) out += token.unspaced && !token.starts_sentence ? "" : " ";
        if (token.starts_sentence && token.position > 0) {
            out += token.starts_paragraph ? "¶ " : "| ";
        }
        out += text.substr(token.begin, token.end - token.begin);
    });
    return out;
}

TEST(Sentences, Table) {
    const struct {
        std::string_view text, expected;
    } rows[] = {
        {"One day. Two days! Three? Four … Five", "One day | Two days | Three | Four | Five"},
        {"He left. then he came", "He left then he came"},
        {"\"Go.\" He went. (\"Now!\") She", "Go | He went | Now | She"},
        {"„Geh.“ Er ging. « Va. » Il", "Geh | Er ging | Va | Il"},
        {"It rose 3.5 percent. 200 left", "It rose 3.5 percent | 200 left"},
        {"Wait... What?! No", "Wait | What | No"},
        {"end.No space", "end No space"},
        {"Mr. Smith, Dr. Who and Gen. Lee met St. John. Then",
         "Mr Smith Dr Who and Gen Lee met St John | Then"},
        {"MRS. JONES", "MRS JONES"},
        {"J. Smith met É. Zola. Good", "J Smith met É Zola | Good"},
        {"in the U.S. President J.R.R. Tolkien", "in the U.S. President J.R.R. Tolkien"},
        {"in the U.S.! President", "in the U.S. | President"},
        {"Is it the Mr.? Yes", "Is it the Mr | Yes"},
        {"今日は。明日は！次", "今日は | 明日は | 次"},
        {"यह है। वह है", "यह है | वह है"},
        {"هل؟ نعم", "هل | نعم"},
        {"ends.\xFF Word", "ends Word"},
    };
    for (const auto& row : rows) EXPECT_EQ(sentences(row.text), row.expected) << row.text;
}

TEST(Paragraphs, Table) {
    const struct {
        std::string_view text, expected;
    } rows[] = {
        {"A line\nAnother\r\nThird\rFourth", "A line ¶ Another ¶ Third ¶ Fourth"},
        {"a wrapped\nline, and\r\n  more", "a wrapped line and more"},
        {"empty\n\nline, empty\r\n \t\r\nline", "empty ¶ line empty ¶ line"},
        {"list\n- item\n* other", "list ¶ item ¶ other"},
        {"sep\u2029arated lines\u2028Here", "sep ¶ arated lines ¶ Here"},
        {"One.\nTwo. Three", "One ¶ Two | Three"},
        {"year\n2019 was", "year ¶ 2019 was"},
        {"東京\n大阪", "東京 ¶ 大阪"},
        {"\n\n  first", "first"},
    };
    for (const auto& row : rows) EXPECT_EQ(sentences(row.text), row.expected) << row.text;
}

TEST(Sentences, BeginWithTheFirstToken) {
    std::vector<bool> starts;
    tokenize(" … lower case", {}, [&](const Token& token) {
        starts.push_back(token.starts_sentence && token.starts_paragraph);
    });
    EXPECT_EQ(starts, (std::vector<bool>{true, false}));
}

}  // namespace
}  // namespace morgue::text
