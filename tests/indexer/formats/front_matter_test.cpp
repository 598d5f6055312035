#include <indexer/readers/front_matter.hpp>

#include "read.hpp"

namespace morgue::indexer {
namespace {

TEST(FrontMatter, EveryKeyIsKnown) {
    const auto read = one_article("x.md",
                                  "---\n"
                                  "title: 'Rain: it fell'\n"
                                  "authors:\n  - Jane Doe\n  - John Roe\n"
                                  "publish_date: 2019-03-04 05:06:07 +0100\n"
                                  "section: World\n"
                                  "publisher: Evening Herald\n"
                                  "location: Paris\n"
                                  "agency: AP\n"
                                  "keywords: rain, flood ; crude oil\n"
                                  "language: en-GB\n"
                                  "permalink: https://example.com/rain\n"
                                  "guid: rain-1\n"
                                  "---\n\nRain fell.\n");
    const Article& article = read.article;
    EXPECT_EQ(facts_of(article, Field::title), "Rain: it fell (front-matter)");
    EXPECT_EQ(facts_of(article, Field::byline), "Jane Doe (front-matter); John Roe (front-matter)");
    EXPECT_EQ(facts_of(article, Field::date), "2019-03-04T05:06:07+01:00 (front-matter)");
    EXPECT_EQ(facts_of(article, Field::section), "World (front-matter)");
    EXPECT_EQ(facts_of(article, Field::source), "Evening Herald (front-matter)");
    EXPECT_EQ(facts_of(article, Field::place), "Paris (front-matter)");
    EXPECT_EQ(facts_of(article, Field::agency), "AP (front-matter)");
    EXPECT_EQ(facts_of(article, Field::tag),
              "rain (front-matter); flood (front-matter); crude oil (front-matter)");
    EXPECT_EQ(facts_of(article, Field::lang), "en (front-matter)");
    EXPECT_EQ(facts_of(article, Field::url), "https://example.com/rain (front-matter)");
    EXPECT_EQ(article.key, "rain-1");
    EXPECT_EQ(article.body, "Rain fell.");
}

TEST(FrontMatter, KeysMayBeWrittenInSeveralWays) {
    for (const std::string_view key :
         {"date", "Date", "pubdate", "publishDate", "publish-date", "datePublished", "published"}) {
        const auto matter = read_front_matter("---\n" + std::string(key) + ": 2019-03-04\n---\n");
        ASSERT_TRUE(matter) << key;
        EXPECT_EQ(matter->facts.value(Field::date), "2019-03-04") << key;
    }
}

TEST(FrontMatter, NestedValuesArePassedOver) {
    const auto matter = read_front_matter(
        "---\nvenue:\n  title: Hall\n  rooms: [{title: A}, {title: B}]\ntitle: Rain\n"
        "tags: [a, [b, c], d]\n---\n");
    ASSERT_TRUE(matter);
    EXPECT_EQ(facts_of(matter->facts, Field::title), "Rain (front-matter)");
    EXPECT_EQ(facts_of(matter->facts, Field::tag), "a (front-matter); d (front-matter)");
}

TEST(FrontMatter, EmptyValuesSayNothing) {
    const auto matter =
        read_front_matter("---\ntitle: ~\nsection:\nsource: null\ntag: 'null'\n---\n");
    ASSERT_TRUE(matter);
    EXPECT_EQ(matter->facts.metadata.size(), 1u);
    EXPECT_EQ(facts_of(matter->facts, Field::tag), "null (front-matter)");
}

TEST(FrontMatter, BlockScalarsAreFolded) {
    const auto matter = read_front_matter("---\ntitle: >\n  Rain\n  fell\n---\n");
    ASSERT_TRUE(matter);
    EXPECT_EQ(matter->facts.value(Field::title), "Rain fell");
}

TEST(FrontMatter, WhatIsNoneStaysText) {
    for (const std::string_view text :
         {"", "---", "---\n", "---\ntitle: x\n", "--- \n---\n", "x\n---\ntitle: y\n---\n",
          "----\ntitle: x\n----\n", "---\n- a\n- b\n---\n", "---\njust words\n---\n",
          "---\ntitle: [x\n---\n", "---\ntitle: 'x\n---\n", "---\na: b: c\n---\n",
          "---\ntitle: \x01\n---\n", "---\n? [a]\n: b\n---\n"})
        EXPECT_FALSE(read_front_matter(text)) << text;
}

TEST(FrontMatter, AliasesAreRefused) {
    const std::string bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: Rain\n---\n\nRain fell.\n";
    EXPECT_FALSE(read_front_matter(bomb));
    const auto read = one_article("x.md", bomb);
    EXPECT_NE(read.article.body.find("title: Rain"), std::string::npos);
    EXPECT_NE(read.article.body.find("Rain fell."), std::string::npos);
    EXPECT_TRUE(read_front_matter("---\ntitle: &a Rain\n---\n"));
}

TEST(FrontMatter, ItsSizeAndDepthAreBounded) {
    EXPECT_FALSE(read_front_matter("---\ntitle: x\ny: " + std::string(70'000, 'y') + "\n---\n"));
    EXPECT_TRUE(read_front_matter("---\ntitle: x\ny: " + std::string(60'000, 'y') + "\n---\n"));
    EXPECT_FALSE(
        read_front_matter("---\na: " + std::string(60, '[') + std::string(60, ']') + "\n---\n"));
    EXPECT_FALSE(read_front_matter("---\na: " + std::string(60'000, '[') + "\n---\n"));
}

TEST(FrontMatter, ALongTitleIsNoMetadatum) {
    const auto matter =
        read_front_matter("---\ntitle: " + std::string(2000, 'x') + "\nsection: a\n---\n");
    ASSERT_TRUE(matter);
    EXPECT_EQ(matter->facts.metadata.size(), 1u);
}

TEST(FrontMatter, ItsTitleIsAheadOfAHeading) {
    const auto read = one_article("x.md", "---\ntitle: Rain\n---\n\n# Heading\n\nText.\n");
    EXPECT_EQ(facts_of(read.article, Field::title), "Rain (front-matter)");
    EXPECT_EQ(read.article.body, "# Heading\n\nText.");
}

TEST(FrontMatter, WithoutATitleTheTextIsAsked) {
    const auto read = one_article("x.md", "---\ndate: 2019-03-04\n---\n# Heading\n\nText.\n");
    EXPECT_EQ(facts_of(read.article, Field::title), "Heading (head)");
    EXPECT_EQ(read.article.body, "Text.");
}

TEST(FrontMatter, ItsAuthorIsTheOnlyOne) {
    const auto read =
        one_article("x.md", "---\ntitle: Rain\nauthor: Jane Doe\n---\n\nBy John Roe\n\nIt.");
    EXPECT_EQ(facts_of(read.article, Field::byline), "Jane Doe (front-matter)");
    EXPECT_EQ(read.article.body, "By John Roe\n\nIt.");
}

TEST(FrontMatter, OverNothingItsOwnWordsAreTheText) {
    const auto event = one_article("x.md", "---\ntitle: Rain\nsummary: It fell.\n---\n");
    EXPECT_EQ(event.article.body, "It fell.");
    EXPECT_EQ(event.body_offset, -1);
    const auto bare = one_article("x.md", "---\ntitle: Rain\n---\n\n");
    EXPECT_EQ(bare.article.body, "Rain");
    EXPECT_EQ(reason_of("x.md", "---\nsection: World\n---\n"), SkipReason::empty);
}

TEST(FrontMatter, LineEndsAndEmptyLinesBeforeIt) {
    const std::string text = "\r\n\r\n---\r\ntitle: Rain\r\n---\r\n\r\nRain fell.\r\n";
    const auto read = one_article("x.txt", text);
    EXPECT_EQ(read.article.value(Field::title), "Rain");
    EXPECT_EQ(read.body_offset, static_cast<std::int64_t>(text.find("Rain fell.")));
}

}  // namespace
}  // namespace morgue::indexer
