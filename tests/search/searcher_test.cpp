#include <filesystem>
#include <map>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <morgue/error.hpp>

#include <search/small_index.hpp>

namespace morgue::test {
namespace {

std::vector<Article> dated_articles() {
    return {
        article_of("old", "Beta", "storm", {{Field::date, "2018-01-01"}}),
        article_of("new", "alpha", "storm", {{Field::date, "2020"}}),
        article_of("mid", "Gamma", "storm", {{Field::date, "2019-05"}}),
        article_of("none", "", "storm"),
    };
}

/// `count` articles of one word each, all alike but for their ids.
std::vector<Article> alike(int count) {
    std::vector<Article> articles;
    for (int i = 0; i < count; ++i) articles.push_back(article_of(std::to_string(i), "", "storm"));
    return articles;
}

TEST(Searcher, EveryOrderIsTotal) {
    const SmallIndex index(dated_articles());
    const Searcher searcher = index.searcher();
    const Query storm = parsed("storm");
    EXPECT_EQ(found(searcher, storm, Sort::newest), "new mid old none");
    EXPECT_EQ(found(searcher, storm, Sort::oldest), "old mid new none");
    EXPECT_EQ(found(searcher, storm, Sort::title), "new old mid none");
    EXPECT_EQ(found(searcher, parsed("*"), Sort::relevance), "new mid old none");
}

TEST(Searcher, TiesGoByIdHoweverTheArticlesAreSharded) {
    const SmallIndex one(alike(20));
    SmallIndex many;
    for (const Article& article : alike(20)) many.publish({article});
    const std::string order = found(one.searcher(), parsed("storm"), Sort::relevance);
    EXPECT_EQ(found(many.searcher(), parsed("storm"), Sort::relevance), order);
    EXPECT_EQ(found(many.searcher(), parsed("storm"), Sort::newest), order);
}

TEST(Searcher, TheWordAsTypedRanksBeforeItsStem) {
    const SmallIndex index({
        article_of("other", "", "They strike now", {{Field::date, "2020"}}),
        article_of("typed", "", "The strikes now", {{Field::date, "2019"}}),
    });
    EXPECT_EQ(found(index.searcher(), parsed("strikes"), Sort::relevance), "typed other");
}

TEST(Searcher, PagesContinueEachOther) {
    const SmallIndex index(alike(10));
    const Searcher searcher = index.searcher();
    const Query storm = parsed("storm");
    std::vector<Hit> all;
    for (const std::size_t offset : {0U, 3U, 6U, 9U, 12U})
        for (Hit& hit : searcher.search(storm, {.limit = 3, .offset = offset}).hits) {
            EXPECT_EQ(hit.rank, all.size() + 1);
            all.push_back(std::move(hit));
        }
    EXPECT_EQ(keys_of(all), found(searcher, storm, Sort::relevance));
    const Results past = searcher.search(storm, {.offset = SearchOptions::no_limit});
    EXPECT_TRUE(past.hits.empty());
    EXPECT_EQ(past.total, 10U);
    EXPECT_EQ(searcher.search(storm, {.limit = 0}).total, 10U);
}

TEST(Searcher, TotalsAreExactUpToAThousand) {
    SmallIndex index(alike(1000));
    const Query storm = parsed("storm -snow");
    Results results = index.searcher().search(storm);
    EXPECT_EQ(results.total, 1000U);
    EXPECT_EQ(results.total_is, TotalIs::exact);

    index.publish({article_of("snow", "", "storm snow"), article_of("x", "", "storm")}, {"7"});
    index.publish(alike(2));
    results = index.searcher().search(storm, {.exact_total = true});
    EXPECT_EQ(results.total, 1000U);
    EXPECT_EQ(results.total_is, TotalIs::exact);
    EXPECT_EQ(index.searcher().count(storm).articles, 1000U);
    EXPECT_EQ(index.searcher().size(), 1001U);
}

TEST(Searcher, BeyondAThousandTheTotalIsALowerBoundUnlessAskedFor) {
    std::vector<Article> articles = alike(1500);
    for (std::size_t i = 0; i < articles.size(); i += 2) articles[i].body = "storm corps";
    for (std::size_t i = 1; i < articles.size(); i += 2) articles[i].body = "corps storm rain";
    SmallIndex index(articles);
    const Query query = parsed("storm OR rain OR \"storm corps\"");
    const Results bounded = index.searcher().search(query);
    EXPECT_LE(bounded.total, 1500U);
    EXPECT_GE(bounded.total, 1000U);
    EXPECT_EQ(bounded.total_is == TotalIs::exact, bounded.total == 1500U);
    const Results exact = index.searcher().search(query, {.exact_total = true});
    EXPECT_EQ(exact.total, 1500U);
    EXPECT_EQ(exact.total_is, TotalIs::exact);
    const Count counted = index.searcher().count(query);
    EXPECT_EQ(counted.articles, 1500U);
}

TEST(Searcher, StreamsAllHitsInOrderUntilToldToStop) {
    const SmallIndex index(alike(30));
    const Searcher searcher = index.searcher();
    std::vector<Hit> hits;
    const auto take = [&](const Hit& hit) {
        hits.push_back(hit);
        return hits.size() < 12;
    };
    const Results results = searcher.for_each(parsed("storm"), take);
    EXPECT_EQ(hits.size(), 12U);
    EXPECT_FALSE(results.complete);
    EXPECT_EQ(results.total, 30U);
    EXPECT_EQ(keys_of(hits), keys_of(searcher.search(parsed("storm"), {.limit = 12}).hits));
    EXPECT_TRUE(searcher.for_each(parsed("storm"), [](const Hit&) { return true; }).complete);
}

TEST(Searcher, ACallbackMaySearchAndThrow) {
    const SmallIndex index(alike(3));
    const Searcher searcher = index.searcher();
    std::size_t total = 0;
    searcher.for_each(parsed("storm"), [&](const Hit& hit) {
        total += searcher.article(hit.found.id).has_value() ? 1 : 0;
        return true;
    });
    EXPECT_EQ(total, 3U);
    const auto fail = [](const Hit&) -> bool { throw std::length_error("mine"); };
    EXPECT_THROW(searcher.for_each(parsed("storm"), fail), std::length_error);
}

TEST(Searcher, AStopTokenEndsTheSearch) {
    const SmallIndex index(alike(10));
    std::stop_source stop;
    std::size_t seen = 0;
    const auto count = [&](const Hit&) {
        if (++seen == 4) stop.request_stop();
        return true;
    };
    const Results results = index.searcher().for_each(
        parsed("storm"), count, {.limit = SearchOptions::no_limit}, stop.get_token());
    EXPECT_EQ(seen, 4U);
    EXPECT_FALSE(results.complete);
}

TEST(Searcher, FindsArticlesByTheBeginningOfTheirId) {
    const SmallIndex index(alike(300));
    const Searcher searcher = index.searcher();
    const ArticleId id = id_of("17");
    const Lookup whole = searcher.lookup(id.full());
    ASSERT_TRUE(whole.article);
    EXPECT_EQ(whole.article->article.key, "17");
    EXPECT_EQ(whole.article->article.body, "storm");
    EXPECT_TRUE(searcher.lookup(id.to_string()).article);
    EXPECT_EQ(searcher.article(id)->id, id);
    for (const char* none : {"", "abc", "zzzz", "00000000000000000000000000000000", "12 4"}) {
        EXPECT_FALSE(searcher.lookup(none).article) << none;
        EXPECT_TRUE(searcher.lookup(none).candidates.empty()) << none;
    }
    EXPECT_FALSE(searcher.lookup(id.full() + "0").article);
    EXPECT_FALSE(searcher.article(id_of("unknown")));
}

TEST(Searcher, AnAmbiguousIdListsItsCandidates) {
    // Two keys whose ids share four digits, found by trying.
    std::map<std::string, std::string> by_digits;
    std::pair<std::string, std::string> pair;
    for (int i = 0; pair.first.empty(); ++i) {
        const auto [seen, fresh] =
            by_digits.emplace(id_of(std::to_string(i)).full().substr(0, 4), std::to_string(i));
        if (!fresh) pair = {seen->second, std::to_string(i)};
    }
    const SmallIndex index({article_of(pair.first, "", "x"), article_of(pair.second, "", "y")});
    const Lookup lookup = index.searcher().lookup(id_of(pair.first).full().substr(0, 4));
    EXPECT_FALSE(lookup.article);
    EXPECT_EQ(lookup.candidates.size(), 2U);
}

TEST(Searcher, WholeHitsHaveTheirBodiesAndAllThatIsLit) {
    const std::string body = "A storm.\n" + std::string(1000, '.') + "\nStorms, and a storm corps.";
    const SmallIndex index({article_of("a", "The storm", body)});
    const Searcher searcher = index.searcher();
    const Hit hit = searcher.search(parsed("storm"), {.snippets = 0, .whole = true}).hits.at(0);
    EXPECT_EQ(hit.found.article.body, body);
    EXPECT_EQ(hit.body_highlights, searcher.highlights(parsed("storm"), hit.found).body);
    EXPECT_EQ(hit.body_highlights.size(), 3U);
    EXPECT_EQ(hit.title_highlights.size(), 1U);
    EXPECT_TRUE(hit.snippets.empty());
    const Hit plain = searcher.search(parsed("storm")).hits.at(0);
    EXPECT_TRUE(plain.found.article.body.empty());
    EXPECT_TRUE(plain.body_highlights.empty());
}

TEST(Searcher, FindsTheArticlesOfAFile) {
    const SmallIndex index({article_of("a/b.txt", "", "x"), article_of("a", "", "y")});
    const auto articles = index.searcher().articles_of("", "a");
    ASSERT_EQ(articles.size(), 1U);
    EXPECT_EQ(articles[0].article.body, "y");
    EXPECT_TRUE(index.searcher().articles_of("elsewhere", "a").empty());
}

TEST(Searcher, IsOneSnapshotUntilRefreshed) {
    SmallIndex index(alike(2));
    Searcher searcher = index.searcher();
    index.publish({article_of("0", "", "rain"), article_of("2", "", "storm")}, {"1"});
    EXPECT_EQ(searcher.count(parsed("storm")).articles, 2U);
    EXPECT_TRUE(searcher.refresh());
    EXPECT_EQ(found(searcher, parsed("storm")), "2");
    EXPECT_EQ(found(searcher, parsed("rain")), "0");
    EXPECT_FALSE(searcher.refresh());
}

TEST(Searcher, NotesOfTheReadingStandBeforeThoseOfTheIndex) {
    const SmallIndex index({article_of("a", "", "Give us a chance", {{Field::date, "2019"}}),
                            article_of("b", "", "The US army"), article_of("c", "", "us")});
    const auto notes = index.searcher().search(parsed("US -army -date:2020")).notes;
    ASSERT_EQ(notes.size(), 2U);
    EXPECT_EQ(notes[0], (Note{"acronym",
                              "'US' also matches the word 'us'; write U.S. for the "
                              "acronym alone"}));
    EXPECT_EQ(notes[1].code, "undated");
    const Query read = parsed("-chance");
    ASSERT_FALSE(read.notes().empty());
    EXPECT_EQ(index.searcher().search(read).notes.at(0), read.notes()[0]);
    const SmallIndex capitals({article_of("b", "", "The US army")});
    EXPECT_TRUE(capitals.searcher().search(parsed("US")).notes.empty());
}

TEST(Searcher, TooBroadAStarIsRefusedByName) {
    std::string body;
    for (int i = 0; i < 1001; ++i) body += "w" + std::to_string(i) + " ";
    for (int i = 0; i < 400; ++i) body += "x" + std::to_string(i) + "y ";
    const SmallIndex index({article_of("a", "", body)});
    const Results results = index.searcher().search(parsed("w*"));
    ASSERT_TRUE(results.refused);
    EXPECT_EQ(results.refused->code, "wildcard-too-broad");
    EXPECT_EQ(results.refused->end, 2U);
    EXPECT_TRUE(results.hits.empty());
    EXPECT_FALSE(results.complete);
    EXPECT_TRUE(index.searcher().count(parsed("w*")).refused);
    EXPECT_FALSE(index.searcher().search(parsed("w1*")).refused);

    std::string many = "x*";
    for (int i = 0; i < 7; ++i) many += " OR x*";
    EXPECT_EQ(index.searcher().search(parsed(many)).refused->code, "wildcards-too-broad");
}

TEST(Searcher, TooManyCompoundsInAPhraseAreRefused) {
    const SmallIndex index({article_of("a", "", "a-b a-b a-b a-b a-b a-b")});
    EXPECT_EQ(index.searcher().search(parsed("\"a-b a-b a-b a-b a-b\"")).total, 1U);
    EXPECT_EQ(index.searcher().search(parsed("\"a-b a-b a-b a-b a-b a-b\"")).refused->code,
              "too-many-compounds");
}

TEST(Searcher, NoIndexAndABrokenOneAreErrors) {
    const TemporaryDirectory empty;
    try {
        Searcher::open(empty.path());
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::index_not_found);
    }
    const SmallIndex index(alike(1));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(index.dir()))
        if (entry.path().filename() == "postlist.glass") std::filesystem::resize_file(entry, 100);
    EXPECT_THROW(index.searcher().search(parsed("storm")), Error);
}

}  // namespace
}  // namespace morgue::test
