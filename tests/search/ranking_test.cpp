#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <search/small_index.hpp>

namespace morgue::test {

namespace {

std::string ranked(const Searcher& searcher, const Query& query, SearchOptions options = {}) {
    return keys_of(searcher.search(query, options).hits);
}

std::vector<double> scores(const SmallIndex& index, const Query& query,
                           const SearchOptions& options) {
    std::vector<double> scores;
    for (const Hit& hit : index.searcher().search(query, options).hits) scores.push_back(hit.score);
    return scores;
}

/// Storms: two articles share words with a third that does not name what is asked for twice.
std::vector<Article> storms() {
    return {article_of("a", "", "Storm storm over harbour, ferry, lighthouse and pier"),
            article_of("b", "", "Storm storm: harbour, ferry, lighthouse, pier closed"),
            article_of("c", "", "A storm of words in parliament about taxes and rents"),
            article_of("d", "", "A storm was near the harbour, ferry, lighthouse and pier"),
            article_of("e", "", "Bank, budget, museum, orchestra")};
}

TEST(Ranking, IsInB2) {
    // Numbers have no stems: each word is one term.
    const SmallIndex index({article_of("a", "", "1984 1984 2001"), article_of("b", "", "2001 7")});
    const double tfn = 2 * std::log2(1 + 2.5 / 3);
    const double repeated = 3.0 / 1;
    const double rare = std::log2(3 / 1.5);
    ASSERT_EQ(scores(index, parsed("1984"), {}).size(), 1U);
    EXPECT_NEAR(scores(index, parsed("1984"), {}).front(), repeated * rare * tfn / (tfn + 1), 1e-6);
}

TEST(Ranking, CountsWhatHasAWeightForMore) {
    const SmallIndex index(
        {article_of("a", "", "storm harbour storm"), article_of("b", "", "storm harbour harbour")});
    EXPECT_EQ(ranked(index.searcher(), parsed("storm^3 harbour")), "a b");
    EXPECT_EQ(ranked(index.searcher(), parsed("storm harbour^3")), "b a");
    EXPECT_EQ(ranked(index.searcher(), parsed("storm (harbour OR gale)^3")), "b a");
}

TEST(Ranking, PutsArticlesWithMostWordsOfASentenceFirst) {
    const SmallIndex index(storms());
    EXPECT_EQ(ranked(index.searcher(), Query::any_words("Which taxes, rents or words?")), "c");
    const std::string found =
        ranked(index.searcher(), Query::any_words("What did parliament say of the storm?"));
    EXPECT_EQ(found.substr(0, 1), "c");
    EXPECT_NE(found.find('a'), std::string::npos);
}

TEST(Ranking, MakesLittleOfFunctionWords) {
    const SmallIndex index({article_of("a", "", "who was it who was here"),
                            article_of("b", "", "an orchestra played for them"),
                            article_of("c", "", "a bank"), article_of("d", "", "a museum")});
    EXPECT_EQ(ranked(index.searcher(), Query::any_words("who was the orchestra")), "b a");
    EXPECT_EQ(ranked(index.searcher(), Query::any_words("who was")), "a");
}

TEST(Ranking, TakesCapitalsForAnOrganisation) {
    const SmallIndex index({article_of("a", "", "The WHO met"), article_of("b", "", "who met"),
                            article_of("c", "", "an orchestra")});
    EXPECT_EQ(ranked(index.searcher(), parsed("WHO")).substr(0, 1), "a");
}

TEST(Ranking, IsTheSameOverOnePartAndSeveral) {
    const SmallIndex whole(storms());
    SmallIndex parted;
    for (const Article& article : storms()) parted.publish({article});
    for (const bool expand : {false, true}) {
        const SearchOptions options{.recency = 90, .expand = expand};
        const Query query = Query::any_words("storm, harbour, taxes and a bank");
        EXPECT_EQ(ranked(whole.searcher(), query, options),
                  ranked(parted.searcher(), query, options));
        EXPECT_EQ(scores(whole, query, options), scores(parted, query, options));
    }
}

TEST(Expansion, LiftsWhatSharesWordsWithTheBest) {
    const SmallIndex index(storms());
    const Searcher searcher = index.searcher();
    const Results plain = searcher.search(parsed("storm"));
    const Results expanded = searcher.search(parsed("storm"), {.expand = true});
    EXPECT_EQ(expanded.total, plain.total);
    const std::string keys = keys_of(expanded.hits);
    EXPECT_EQ(keys.size(), keys_of(plain.hits).size());
    EXPECT_LT(keys.find('d'), keys.find('c'));
}

TEST(Recency, AddsHalfOfTheBestScoreToTheNewest) {
    const SmallIndex index({
        article_of("old", "", "1984", {{Field::date, "1990-01-01"}}),
        article_of("new", "", "1984", {{Field::date, "2001-04-01"}}),
        article_of("mid", "", "1984", {{Field::date, "2001-01-01"}}),
        article_of("none", "", "1984"),
        article_of("x", "", "orchestra"),
    });
    const SearchOptions options{.recency = 90};
    EXPECT_EQ(ranked(index.searcher(), parsed("1984"), options), "new mid old none");
    const double plain = scores(index, parsed("1984"), {}).front();
    const std::vector<double> aged = scores(index, parsed("1984"), options);
    EXPECT_NEAR(aged[0], 1.5 * plain, 1e-5);
    EXPECT_NEAR(aged[1], 1.25 * plain, 1e-5);
    EXPECT_NEAR(aged[3], plain, 1e-5);
}

TEST(Recency, LeavesOtherOrdersAlone) {
    const SmallIndex index(storms());
    const Searcher searcher = index.searcher();
    EXPECT_EQ(ranked(searcher, parsed("storm"), {.sort = Sort::title, .recency = 1}),
              ranked(searcher, parsed("storm"), {.sort = Sort::title}));
}

}  // namespace

}  // namespace morgue::test
