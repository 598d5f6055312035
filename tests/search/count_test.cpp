#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <search/small_index.hpp>

namespace morgue::test {
namespace {

Article storm(std::string key, std::string date, Provenance from = Provenance::given) {
    Article article = article_of(std::move(key), "", "storm");
    if (!date.empty()) article.add(Field::date, std::move(date), from);
    return article;
}

std::string counted(const SmallIndex& index, const char* query) {
    const Count count = index.searcher().count(parsed(query));
    return std::to_string(count.articles) + " " + count.first_date + " " + count.last_date;
}

TEST(Count, TellsTheFirstAndTheLastStatedDate) {
    SmallIndex index({storm("a", "2019-03-05"), storm("b", "2018-12-31T23:00:00-05:00"),
                      storm("c", "2020-02"), storm("none", ""),
                      storm("touched", "2024-01-01", Provenance::mtime),
                      article_of("rain", "", "rain", {{Field::date, "1999-01-01"}})});
    EXPECT_EQ(counted(index, "storm"), "5 2018-12-31 2020-02");
    EXPECT_EQ(counted(index, "storm date:2019"), "1 2019-03-05 2019-03-05");
    EXPECT_EQ(counted(index, "storm date:none"), "2  ");
    EXPECT_EQ(counted(index, "snow"), "0  ");
    EXPECT_EQ(counted(index, "*"), "6 1999-01-01 2020-02");
}

TEST(Count, WhatIsRemovedCountsNoMore) {
    SmallIndex index({storm("a", "2019-03-05"), storm("b", "2018-12-31")});
    index.publish({storm("c", "2020-01-01")}, {"b"});
    EXPECT_EQ(counted(index, "storm"), "2 2019-03-05 2020-01-01");
    EXPECT_EQ(counted(index, "*"), "2 2019-03-05 2020-01-01");
    EXPECT_EQ(counted(index, "-rain"), "2 2019-03-05 2020-01-01");
}

TEST(Count, AnImpreciseDateIsNotMadePrecise) {
    const SmallIndex index({storm("a", "2019"), storm("b", "2019-06-01"), storm("c", "2018")});
    EXPECT_EQ(counted(index, "storm"), "3 2018 2019-06-01");
    EXPECT_EQ(counted(index, "storm -date:2018"), "2 2019-06-01 2019-06-01");
}

TEST(Count, EveryMatchIsSeenHoweverMany) {
    std::vector<Article> articles;
    for (int i = 0; i < 3000; ++i) articles.push_back(storm(std::to_string(i), "2010-05-05"));
    articles.push_back(storm("last", "2020-05-05"));
    articles.push_back(storm("first", "2000-05-05"));
    const SmallIndex index(articles);
    EXPECT_EQ(counted(index, "storm"), "3002 2000-05-05 2020-05-05");
}

TEST(Count, NotesAndRefusalsAreThere) {
    const SmallIndex index({storm("a", "")});
    const Count count = index.searcher().count(parsed("storm date:2019"));
    ASSERT_EQ(count.notes.size(), 1U);
    EXPECT_EQ(count.notes[0].code, "undated");
}

}  // namespace
}  // namespace morgue::test
