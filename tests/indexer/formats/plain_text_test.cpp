#include "read.hpp"

namespace morgue::indexer {
namespace {

std::string title_of(std::string_view path, std::string_view bytes) {
    return facts_of(one_article(path, bytes).article, Field::title);
}

TEST(PlainText, HeadlineEmptyLineBody) {
    const std::string text = "Rain falls on Paris\n\nIt fell for days.\nThen it stopped.\n\n";
    const auto read = one_article("x.txt", text);
    EXPECT_EQ(facts_of(read.article, Field::title), "Rain falls on Paris (head)");
    EXPECT_EQ(read.article.body, "It fell for days.\nThen it stopped.");
    EXPECT_EQ(text.substr(static_cast<std::size_t>(read.body_offset), 7), "It fell");
}

TEST(PlainText, AWireTextHasItsFirstSentenceAsTitle) {
    const std::string text =
        "Rain fell on Paris on Monday. More is expected.\nThe river rose.\nIt may rise on.";
    const auto read = one_article("x.txt", text);
    EXPECT_EQ(facts_of(read.article, Field::title),
              "Rain fell on Paris on Monday. (first-sentence)");
    EXPECT_EQ(read.article.body, text);
    EXPECT_EQ(read.body_offset, 0);
}

TEST(PlainText, BytesAreKept) {
    const std::string text = "\xEF\xBB\xBFRain\r\n\r\n\tIt \x0B fell.\r\n  Twice.\r\n";
    const auto read = one_article("x.txt", text);
    EXPECT_EQ(read.article.body, "\tIt \x0B fell.\r\n  Twice.");
    ASSERT_GT(read.body_offset, 0);
    EXPECT_EQ(text.substr(static_cast<std::size_t>(read.body_offset), read.article.body.size()),
              read.article.body);
}

TEST(PlainText, OtherEncodingsHaveNoOffset) {
    const auto read = one_article("x.txt", "Caf\xE9\n\nIt is open.");
    EXPECT_EQ(read.article.value(Field::title), "Café");
    EXPECT_EQ(read.body_offset, -1);
}

TEST(PlainText, AHeadlineIsAllThereIs) {
    const auto read = one_article("x.txt", "Rain falls on Paris\n");
    EXPECT_EQ(facts_of(read.article, Field::title), "Rain falls on Paris (head)");
    EXPECT_EQ(read.article.body, "Rain falls on Paris");
    EXPECT_EQ(read.body_offset, 0);
}

TEST(PlainText, WhatIsAHeadline) {
    const std::string long_line(400, 'x');
    const std::pair<std::string, std::string> rows[] = {
        {"Rain\nBy Jane Doe\n\nIt fell.", "Rain (head)"},
        {"Rain\nPARIS (AP) - It fell.", "Rain (head)"},
        {"Rain\nDate: 2019-03-04\n\nIt fell.", "Rain (head)"},
        {"Rain\n====\nIt fell.", "Rain (head)"},
        {"It fell for days.\n\nThen it stopped.", "It fell for days. (head)"},
        {"It fell for days. It fell on.\n\nThen it stopped.", "It fell for days. (first-sentence)"},
        {"What fell? Rain!\n\nThen it stopped.", "What fell? Rain! (head)"},
        {"\n\n  Rain  \n\nIt fell.", "Rain (head)"},
        {"Rain\r\rIt fell.", "Rain (head)"},
        {"PARIS (AP) - It fell.\n\nIt fell on.", "It fell. (first-sentence)"},
        {"Title: Rain\n\nIt fell.", "Rain (head)"},
        {"***\n\nIt fell.", "*** It fell. (first-sentence)"},
        {"It fell for\ndays on end.\n\nThen it stopped.",
         "It fell for days on end. (first-sentence)"},
        {"Rain\x01\x02 \x1B[31mred\n\nIt fell.", "Rain [31mred (head)"},
    };
    for (const auto& [text, title] : rows) EXPECT_EQ(title_of("x.txt", text), title) << text;
    EXPECT_EQ(title_of("x.txt", long_line + "\n\nIt fell."),
              std::string(100, 'x') + "… (first-sentence)");
}

TEST(PlainText, FactsMayStandBeforeTheHeadline) {
    const std::string text =
        "http://news.example.com/article/1/\n2010-09-17T18:30:00+0900\n東京で雨\n　雨が降った。\n";
    const auto read = one_article("x.txt", text);
    EXPECT_EQ(facts_of(read.article, Field::url), "http://news.example.com/article/1/ (head)");
    EXPECT_EQ(facts_of(read.article, Field::date), "2010-09-17T18:30:00+09:00 (head)");
    EXPECT_EQ(facts_of(read.article, Field::title), "東京で雨 (head)");
    EXPECT_EQ(read.article.body, "　雨が降った。");
}

TEST(PlainText, FactsBeforeAWireTextStayInIt) {
    const std::string text = "By Jane Doe\nPARIS (AP) - Rain fell. More is to come.";
    const auto read = one_article("x.txt", text);
    EXPECT_EQ(facts_of(read.article, Field::title), "Rain fell. (first-sentence)");
    EXPECT_EQ(facts_of(read.article, Field::byline), "Jane Doe (head)");
    EXPECT_EQ(read.article.body, text);
}

TEST(PlainText, TheHeadBlockIsReadAndKept) {
    const auto read = one_article("x.txt",
                                  "Rain falls\n\n"
                                  "By Jane Doe and John Roe, Staff Writers\n"
                                  "Published: March 4, 2019\n"
                                  "Source: Evening Herald\nSection: World\nTags: rain, flood\n\n"
                                  "LONDON, March 3 (Reuters) – It fell. Source: the sky.");
    const Article& article = read.article;
    EXPECT_EQ(facts_of(article, Field::byline), "Jane Doe (head); John Roe (head)");
    EXPECT_EQ(facts_of(article, Field::date), "2019-03-04 (head)");
    EXPECT_EQ(facts_of(article, Field::source), "Evening Herald (head)");
    EXPECT_EQ(facts_of(article, Field::section), "World (head)");
    EXPECT_EQ(facts_of(article, Field::tag), "rain (head); flood (head)");
    EXPECT_EQ(facts_of(article, Field::place), "LONDON (head)");
    EXPECT_EQ(facts_of(article, Field::agency), "Reuters (head)");
    EXPECT_TRUE(article.body.starts_with("By Jane Doe"));
    EXPECT_TRUE(article.body.ends_with("the sky."));
}

TEST(PlainText, AStandfirstMayStandBeforeTheByline) {
    const auto read = one_article("x.txt", "Rain\n\nIt fell for days\n\nBy Jane Doe\n\nIt fell.");
    EXPECT_EQ(facts_of(read.article, Field::byline), "Jane Doe (head)");
}

TEST(PlainText, RunningTextStatesNothing) {
    const auto read = one_article("x.txt",
                                  "Rain\n\nBy Monday the storm had passed: all were safe.\n"
                                  "It was over.\nSource: the sky\nBy Jane Doe\nAuthor: none\n");
    EXPECT_EQ(read.article.metadata.size(), 2u) << "its title, and the charset of the file";
}

TEST(PlainText, ADateThatIsNoneIsLeftInTheText) {
    const auto read = one_article("x.txt", "Rain\n\nDate: 03/04/2019\n\nIt fell.");
    EXPECT_EQ(read.article.find(Field::date), nullptr);
    EXPECT_TRUE(read.article.body.starts_with("Date: 03/04/2019"));
}

TEST(PlainText, AStatedDateIsAheadOfThePath) {
    const auto read = one_article("2018/01/02/x.txt", "Rain\n\nDate: 2019-03-04\n\nIt fell.");
    EXPECT_EQ(facts_of(read.article, Field::date), "2019-03-04 (head)");
}

TEST(Markdown, HeadingsAreHeadlines) {
    constexpr std::pair<std::string_view, std::string_view> rows[] = {
        {"# Rain\n\nIt fell.", "Rain (head)"},
        {"# Rain\nIt fell.", "Rain (head)"},
        {"## Rain in C# ##\n\nIt fell.", "Rain in C# (head)"},
        {"Rain\n====\n\nIt fell.", "Rain (head)"},
        {"Rain\n\nIt fell.", "Rain (head)"},
        {"#hashtag rain\nIt fell.", "#hashtag rain (first-sentence)"},
    };
    for (const auto& [text, title] : rows) EXPECT_EQ(title_of("x.md", text), title) << text;
}

TEST(Markdown, AHeadLineMayBeSetInBold) {
    const auto read =
        one_article("x.md", "# Rain\n\n**By Jane Doe**\n\n*Date: March 4, 2019*\n\nIt.");
    EXPECT_EQ(facts_of(read.article, Field::byline), "Jane Doe (head)");
    EXPECT_EQ(facts_of(read.article, Field::date), "2019-03-04 (head)");
}

}  // namespace
}  // namespace morgue::indexer
