#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <morgue/error.hpp>

#include <search/small_index.hpp>
#include <support/error_of.hpp>

namespace morgue::test {
namespace {

const std::vector<Article> first_articles = {
    article_of("a1", "Storm", "The storm corps came. Storms!",
               {{Field::date, "2019-03-04"}, {Field::source, "Post"}}),
    article_of("a2", "", "Rain and storm.", {{Field::source, "post"}}),
    article_of("both", "", "storm in the first", {{Field::date, "2020"}}),
};
const std::vector<Article> second_articles = {
    article_of("b1", "Sturm", "Der Sturm kam. storm",
               {{Field::lang, "de"}, {Field::date, "2021-01-01"}, {Field::source, "Wire"}}),
    article_of("both", "", "storm in the second"),
    article_of("b3", "", "snow"),
};

class Several : public testing::Test {
  protected:
    Several() {
        first_.publish(first_articles);
        first_.publish({article_of("gone", "", "storm")});
        first_.publish({}, {"gone"});
        second_.publish(second_articles);
        second_.publish({article_of("b3", "", "snow and storm")});
    }

    std::vector<std::string> dirs() const { return {first_.dir(), second_.dir()}; }
    Searcher searcher() const { return Searcher::open(dirs()); }

    SmallIndex first_;
    SmallIndex second_;
};

TEST_F(Several, AreSearchedAndRankedAsOne) {
    std::vector<Article> all = first_articles;
    all.insert(all.end(), second_articles.begin(), second_articles.end());
    all.erase(all.begin() + 4);  // its id is taken
    all.back().body = "snow and storm";
    const SmallIndex merged(all);
    const Searcher one = merged.searcher();
    const Searcher several = searcher();
    for (const char* query : {"storm", "storms snow", "\"storm corps\"", "lang:de", "sto*",
                              "sturm -rain", "source:post", "date:2019..2021"})
        for (const Sort sort : {Sort::newest, Sort::oldest, Sort::title}) {
            std::string expected = found(one, parsed(query), sort);
            Results results = several.search(parsed(query), {.sort = sort});
            std::erase_if(results.hits, [](const Hit& hit) {
                return hit.found.article.key == "both" && hit.found.index == 1;
            });
            EXPECT_EQ(keys_of(results.hits), expected) << query;
        }
}

TEST_F(Several, AHitNamesItsIndex) {
    const Results results = searcher().search(parsed("storm"));
    EXPECT_EQ(results.total, 6U);
    for (const Hit& hit : results.hits) {
        const std::string& body = hit.snippets.at(0).text;
        const std::string& key = hit.found.article.key;
        const bool second = key.starts_with("b") && body.find("first") == std::string::npos;
        EXPECT_EQ(hit.found.index, second ? 1U : 0U) << key;
    }
    EXPECT_EQ(searcher().dirs(), dirs());
}

TEST_F(Several, AreCountedAsOne) {
    const Count count = searcher().count(parsed("storm"));
    EXPECT_EQ(count.articles, 6U);
    EXPECT_EQ(count.first_date, "2019-03-04");
    EXPECT_EQ(count.last_date, "2021-01-01");
    EXPECT_EQ(searcher().size(), 6U);
    const Tally tally = searcher().tally(parsed("rain"), By::source);
    ASSERT_EQ(tally.rows.size(), 3U);
    EXPECT_EQ(tally.rows[0], (TallyRow{"Post", 1, 2}));
    EXPECT_EQ(tally.rows[1], (TallyRow{"Wire", 0, 1}));
    EXPECT_EQ(tally.rows[2], (TallyRow{"", 0, 3}));
}

TEST_F(Several, AnIdIsLookedUpInAll) {
    const Searcher several = searcher();
    EXPECT_EQ(several.article(id_of("a1"))->index, 0U);
    EXPECT_EQ(several.article(id_of("b1"))->index, 1U);
    const Lookup both = several.lookup(id_of("both").full());
    ASSERT_TRUE(both.article);
    EXPECT_EQ(both.article->article.body, "storm in the first");
    ASSERT_EQ(both.elsewhere.size(), 1U);
    EXPECT_EQ(both.elsewhere[0].article.body, "storm in the second");
    EXPECT_EQ(both.elsewhere[0].index, 1U);
    EXPECT_TRUE(both.candidates.empty());
    EXPECT_TRUE(several.lookup(id_of("b1").to_string()).elsewhere.empty());
}

TEST_F(Several, TheSameIdIsLitInItsOwnIndex) {
    const Searcher several = searcher();
    const Lookup both = several.lookup(id_of("both").full());
    const Query query = parsed("second -date:2020");
    EXPECT_TRUE(several.highlights(query, *both.article).body.empty());
    EXPECT_EQ(several.highlights(query, both.elsewhere[0]).body.size(), 1U);
}

TEST_F(Several, FilesAreThoseOfTheIndexAsked) {
    const Searcher several = searcher();
    EXPECT_EQ(several.articles_of("", "both").at(0).article.body, "storm in the first");
    EXPECT_EQ(several.articles_of("", "both", 1).at(0).article.body, "storm in the second");
    EXPECT_TRUE(several.articles_of("", "a1", 1).empty());
}

TEST_F(Several, OneSnapshotOfAllUntilRefreshed) {
    Searcher several = searcher();
    EXPECT_FALSE(several.refresh());
    second_.publish({article_of("b9", "", "hail")});
    EXPECT_EQ(several.count(parsed("hail")).articles, 0U);
    EXPECT_TRUE(several.refresh());
    EXPECT_EQ(several.count(parsed("hail")).articles, 1U);
    EXPECT_EQ(several.article(id_of("b9"))->index, 1U);
}

TEST_F(Several, AnIndexBesideItselfOrItsCopyIsRefused) {
    const std::string copy = first_.dir() + "-copy";
    std::filesystem::copy(first_.dir(), copy, std::filesystem::copy_options::recursive);
    for (const std::string& other : {first_.dir(), copy}) {
        const auto error = error_of([&] {
            Searcher::open(std::vector<std::string>{first_.dir(), other});
        });
        ASSERT_TRUE(error);
        EXPECT_EQ(error->code(), ErrorCode::bad_argument);
        EXPECT_NE(std::string(error->what()).find(other), std::string::npos);
    }
    std::filesystem::remove_all(copy);
}

TEST_F(Several, NoneIsRefusedAndAMissingOneIsNamed) {
    EXPECT_EQ(error_code_of([] { Searcher::open(std::vector<std::string>{}); }),
              ErrorCode::bad_argument);
    const std::string missing = first_.dir() + "-missing";
    const auto error = error_of([&] {
        Searcher::open(std::vector<std::string>{first_.dir(), missing});
    });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), ErrorCode::index_not_found);
    EXPECT_EQ(error->path(), missing);
}

/// A report long enough to be like others, with a beginning of its own.
std::string report(const std::string& beginning) {
    std::string text = beginning;
    for (int i = 0; i < 60; ++i) text += " word" + std::to_string(i * 37 % 61);
    return text;
}

/// The second index has the report of the first in the same words, and one of another headline and
/// beginning; both have a file "0001" and the same few words below a photo.
class SameReport : public testing::Test {
  protected:
    SameReport() {
        first_.publish({article_of("post", "Storm", report("")), article_of("0001", "", "storm a"),
                        article_of("p1", "", "Storm photo."),
                        article_of("p2", "", "Storm photo.")});
        second_.publish({article_of("wire", "Storm", report("MILAN -")),
                         article_of("ap", "Harbour", report(""), {{Field::date, "2019"}}),
                         article_of("0001", "", "storm b"), article_of("p3", "", "Storm photo.")});
    }

    Searcher searcher() const { return Searcher::open(std::vector{first_.dir(), second_.dir()}); }
    Results search(std::string_view query, Group group) const {
        return searcher().search(parsed(query), {.sort = Sort::newest, .group = group});
    }
    std::string dup(std::string_view key) const {
        return found(searcher(), parsed("dup:" + id_of(key).to_string()));
    }

    SmallIndex first_;
    SmallIndex second_;
};

TEST_F(SameReport, IsOneGroupInBothIndexes) {
    const Results results = search("word37", Group::near);
    ASSERT_EQ(keys_of(results.hits), "ap");
    EXPECT_EQ(results.total, 3U);
    EXPECT_EQ(results.hits[0].alike, 2U);
    EXPECT_EQ(results.hits[0].leader, id_of("post"));
    EXPECT_TRUE(results.notes.empty());
}

TEST_F(SameReport, OnlyWhoAsksForTheGroupIsToldHowFarItIsKnown) {
    const Results results = search("dup:" + id_of("ap").to_string(), Group::off);
    ASSERT_EQ(results.notes.size(), 1U);
    EXPECT_EQ(results.notes[0].code, "groups-by-index");
}

TEST_F(SameReport, IsOneGroupThoughTheSameTextDoesNotAnswer) {
    const Results results = search("word37 (milan OR date:none) -title:harbour", Group::near);
    EXPECT_EQ(results.total, 2U);
    EXPECT_EQ(results.groups, 1U);
}

TEST_F(SameReport, IsListedByAnyOfItsIds) {
    for (const char* key : {"post", "wire", "ap"}) EXPECT_EQ(dup(key).size(), 12U) << key;
    for (const Hit& hit : search("word37", Group::off).hits) EXPECT_EQ(hit.leader, id_of("post"));
}

TEST_F(SameReport, TheSameNameInBothJoinsNothing) {
    const Results results = search("storm (a OR b)", Group::near);
    EXPECT_EQ(keys_of(results.hits), "0001 0001");
    for (const Hit& hit : results.hits) EXPECT_EQ(hit.alike, 0U);
}

TEST_F(SameReport, FewWordsThatAnIndexHasTwiceJoinNothing) {
    EXPECT_EQ(search("photo", Group::near).groups, 3U);
    EXPECT_EQ(search("photo", Group::exact).groups, 1U);
}

TEST_F(SameReport, ThatIsGoneJoinsNothing) {
    second_.publish({}, {"ap"});
    EXPECT_EQ(search("word37", Group::near).groups, 2U);
    EXPECT_EQ(dup("post"), "post");
}

}  // namespace
}  // namespace morgue::test
