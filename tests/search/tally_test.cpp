#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <search/small_index.hpp>

namespace morgue::test {
namespace {

struct Facts {
    const char* date = "";
    const char* source = "";
    const char* lang = "";
};

Article made(const std::string& key, const std::string& body, const Facts& facts) {
    Article article = article_of(key, "", body);
    if (*facts.date != 0) article.add(Field::date, facts.date);
    if (*facts.source != 0) article.add(Field::source, facts.source);
    if (*facts.lang != 0) article.add(Field::lang, facts.lang);
    return article;
}

/// "value hits/held" a row.
std::vector<std::string> rows_of(const Tally& tally) {
    std::vector<std::string> rows;
    for (const TallyRow& row : tally.rows)
        rows.push_back(row.value + " " + std::to_string(row.hits) + "/" + std::to_string(row.held));
    return rows;
}

std::vector<std::string> tallied(const SmallIndex& index, const char* query, By by) {
    return rows_of(index.searcher().tally(parsed(query), by));
}

using Rows = std::vector<std::string>;

TEST(Tally, EveryValueHeldHasARow) {
    const SmallIndex index({
        made("a", "storm", {.source = "Hallin Post"}),
        made("b", "rain", {.source = "Harbour Gazette"}),
        made("c", "rain", {.source = "Harbour Gazette"}),
        made("d", "storm", {.source = "Northern Wire"}),
        made("e", "storm", {.source = "Northern Wire"}),
        made("f", "storm", {}),
        made("g", "rain", {.source = "Anon"}),
    });
    EXPECT_EQ(
        tallied(index, "storm", By::source),
        (Rows{"Northern Wire 2/2", "Hallin Post 1/1", "Harbour Gazette 0/2", "Anon 0/1", " 1/1"}));
    const Tally tally = index.searcher().tally(parsed("storm"), By::source);
    EXPECT_EQ(tally.hits, 4U);
    EXPECT_EQ(tally.held, 7U);
    EXPECT_EQ(tallied(index, "nowhere", By::section), Rows{" 0/7"});
}

TEST(Tally, SpellingsThatFoldAlikeAreOneUnderTheCommonest) {
    SmallIndex index({
        made("a", "storm", {.source = "LE MONDE"}),
        made("b", "storm", {.source = "Le  Monde"}),
        made("c", "rain", {.source = "Le Monde"}),
        made("d", "rain", {.source = "le\nmondé"}),
    });
    EXPECT_EQ(tallied(index, "storm", By::source), Rows{"Le Monde 2/4"});
    index.publish({made("e", "x", {.source = "LE MONDE"}), made("f", "x", {.source = "LE MONDE"})});
    EXPECT_EQ(tallied(index, "storm", By::source), Rows{"LE MONDE 2/6"});
}

TEST(Tally, AnArticleStandsUnderNoMonthThatItDoesNotState) {
    const SmallIndex index({
        made("a", "storm", {.date = "2019-01-31"}),
        made("b", "storm", {.date = "2019-01"}),
        made("c", "storm", {.date = "2019"}),
        made("d", "rain", {.date = "2019-11-02T01:00:00Z"}),
        made("e", "rain", {.date = "2018"}),
        made("f", "rain", {}),
    });
    EXPECT_EQ(tallied(index, "storm", By::year), (Rows{"2018 0/1", "2019 3/4", " 0/1"}));
    EXPECT_EQ(tallied(index, "storm", By::month),
              (Rows{"2018 0/1", "2019 1/1", "2019-01 2/2", "2019-11 0/1", " 0/1"}));
    EXPECT_EQ(tallied(index, "storm", By::day), (Rows{"2018 0/1", "2019 1/1", "2019-01 1/1",
                                                      "2019-01-31 1/1", "2019-11-02 0/1", " 0/1"}));
}

TEST(Tally, InferredDatesAreNone) {
    Article touched = made("a", "storm", {});
    touched.add(Field::date, "2024-05-06", Provenance::mtime);
    const SmallIndex index({touched});
    EXPECT_EQ(tallied(index, "storm", By::month), Rows{" 1/1"});
}

TEST(Tally, CountsTheLiveOnlyOverAllPublications) {
    SmallIndex index({made("a", "storm", {.date = "2019-01-01", .source = "Post"}),
                      made("b", "storm", {.date = "2019-02-01", .source = "Post"})});
    index.publish({made("a", "rain", {.date = "2020-01-01", .source = "Wire"})}, {"b"});
    index.publish({made("c", "storm", {.date = "2020-01-09", .source = "Post"})});
    EXPECT_EQ(tallied(index, "storm", By::source), (Rows{"Post 1/1", "Wire 0/1"}));
    EXPECT_EQ(tallied(index, "*", By::month), Rows{"2020-01 2/2"});
}

TEST(Tally, HasNoLimit) {
    std::vector<Article> articles;
    for (int i = 0; i < 4000; ++i) {
        const std::string source = "source " + std::to_string(i % 1500);
        articles.push_back(made(std::to_string(i), "storm", {.source = source.c_str()}));
    }
    const Tally tally = SmallIndex(articles).searcher().tally(parsed("storm"), By::source);
    EXPECT_EQ(tally.rows.size(), 1500U);
    EXPECT_EQ(tally.hits, 4000U);
}

TEST(Tally, LanguagesAndFormats) {
    const SmallIndex index({made("a", "storm", {.lang = "en"}), made("b", "storm", {.lang = "en"}),
                            made("c", "Sturm", {.lang = "de"}), made("d", "storm", {})});
    EXPECT_EQ(tallied(index, "storm", By::lang), (Rows{"en 2/2", "de 0/1", " 1/1"}));
    EXPECT_EQ(tallied(index, "storm", By::format), Rows{" 3/4"}) << "they are no files";
}

TEST(Tally, LongValuesAreShortenedAtACharacter) {
    std::string source;
    for (int i = 0; i < 100; ++i) source += "東";
    const SmallIndex index({made("a", "storm", {.source = source.c_str()})});
    const Tally tally = index.searcher().tally(parsed("storm"), By::source);
    ASSERT_EQ(tally.rows.size(), 1U);
    EXPECT_EQ(tally.rows[0].value.substr(0, 160), source.substr(0, 159) + "~");
    EXPECT_EQ(tally.rows[0].value.size(), 159U + 1 + 32);
}

TEST(Tally, RefusedQueriesHaveNoRows) {
    std::string body;
    for (int i = 0; i < 1001; ++i) body += "w" + std::to_string(i) + " ";
    const SmallIndex index({article_of("a", "", body)});
    const Tally tally = index.searcher().tally(parsed("w*"), By::year);
    EXPECT_TRUE(tally.refused);
    EXPECT_TRUE(tally.rows.empty());
}

TEST(Tally, EveryWayHasAName) {
    for (const By by : ways_to_count()) EXPECT_EQ(by_named(to_string(by)), by);
    EXPECT_EQ(by_named("century"), std::nullopt);
}

}  // namespace
}  // namespace morgue::test
