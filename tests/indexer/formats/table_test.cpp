#include "read.hpp"

namespace morgue::indexer {
namespace {

std::string detail_of(std::string_view bytes) {
    const ReadResult result = read_file("a.csv", bytes);
    return result.unread.empty() ? std::string() : result.unread.front().detail;
}

TEST(Table, ARowIsAnArticle) {
    const auto articles = all_articles(
        "a.csv",
        "id,Headline,publish_date,outlet,section,body\r\n"
        "7,\"Storm, again\",2019-03-04,Gazette,Front,\"Nobody \"\"sailed\"\".\nThe wall held.\"\r\n"
        "8,Calm,March 5 2019,Gazette,,<p>All is well.</p>\r\n");
    ASSERT_EQ(articles.size(), 2U);
    const Article& first = articles[0].article;
    EXPECT_EQ(first.key, "Gazette#7");
    EXPECT_EQ(facts_of(first, Field::title), "Storm, again (record)");
    EXPECT_EQ(facts_of(first, Field::date), "2019-03-04 (record)");
    EXPECT_EQ(facts_of(first, Field::source), "Gazette (record)");
    EXPECT_EQ(facts_of(first, Field::section), "Front (record)");
    EXPECT_EQ(first.body, "Nobody \"sailed\".\nThe wall held.");
    EXPECT_EQ(articles[1].article.body, "All is well.");
    EXPECT_EQ(facts_of(articles[1].article, Field::date), "2019-03-05 (record)");
}

TEST(Table, SemicolonsAndTabsPartCellsToo) {
    EXPECT_EQ(one_article("a.csv", "title;text\nStorm, again;Rain, wind\n").article.body,
              "Rain, wind");
    EXPECT_EQ(one_article("a.tsv", "title\ttext\nStorm\tRain; wind").article.body, "Rain; wind");
    EXPECT_EQ(all_articles("a.csv", "headline_text\nStorm\nCalm\n").size(), 2U);
}

TEST(Table, ATableOfNoArticlesIsNamedWithItsColumns) {
    EXPECT_EQ(reason_of("a.csv", "year,rain\n2019,7\n"), SkipReason::no_reader);
    EXPECT_EQ(detail_of("year,rain\n2019,7\n"),
              "no column is known as a title or a text: year, rain; --map says what they mean");
    EXPECT_EQ(reason_of("a.csv", "title,text\n"), SkipReason::empty);
}

TEST(Table, ABrokenRowIsNamedAndCostsItself) {
    const ReadResult result = read_file("a.csv", "title,text\nStorm,Rain\nCalm\nSun,Bright\n");
    ASSERT_EQ(result.unread.size(), 1U);
    EXPECT_EQ(result.unread[0].member, "3");
    EXPECT_EQ(result.unread[0].detail, "it and the first row differ in cells: 1 and 2");
    ASSERT_EQ(result.articles.size(), 2U);
    EXPECT_EQ(result.articles[1].member, "4");
}

TEST(Table, WhatFollowsABrokenQuoteIsNamedWithItsLine) {
    const ReadResult result = read_file("a.csv", "title,text\nSun,Hot\nStorm,\"Rain\" fell\n");
    ASSERT_EQ(result.unread.size(), 1U);
    EXPECT_EQ(result.unread[0].member, "3");
    EXPECT_EQ(result.unread[0].detail, "line 3: a stray or open quote, and what follows it");
    EXPECT_EQ(result.articles.size(), 1U);
    EXPECT_EQ(reason_of("a.csv", "title,text\nStorm,\"Rain\n"), SkipReason::malformed);
}

}  // namespace
}  // namespace morgue::indexer
