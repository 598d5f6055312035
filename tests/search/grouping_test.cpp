#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <morgue/compact.hpp>

#include "small_index.hpp"

namespace morgue {
namespace {

using test::article_of;
using test::found;
using test::id_of;
using test::keys_of;
using test::parsed;
using test::SmallIndex;

using Words = std::vector<std::string>;

/// Made-up articles in which frequent words are as frequent as in English.
class Newsroom {
  public:
    Words article(std::size_t length) {
        Words words;
        for (std::size_t i = 0; i < length; ++i) words.push_back(word());
        return words;
    }

    /// Every twentieth word is another, is gone, or has a new one before it.
    Words edited(const Words& words) {
        Words made;
        for (const std::string& kept : words) {
            const unsigned chance = below(60);
            if (chance != 0) made.push_back(kept);
            if (chance <= 1) made.push_back(word());
            if (chance == 2) made.back() = word();
        }
        return made;
    }

    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  private:
    /// Zipf's law: the rank is a power of a number below 1.
    std::string word() {
        constexpr double words = 20000;
        const double at = std::generate_canonical<double, 32>(random_);
        return "w" + std::to_string(static_cast<int>(std::pow(words, at)));
    }

    std::mt19937 random_{7};
};

std::string text_of(const Words& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) text += words[i] + (i % 12 == 11 ? ".\n" : " ");
    return text;
}

Words cut(Words words, double kept) {
    words.resize(static_cast<std::size_t>(static_cast<double>(words.size()) * kept));
    return words;
}

std::string body(unsigned seed) {
    std::mt19937 random(seed);
    std::string text = "Storm. ";
    for (int i = 0; i < 60; ++i) text += "w" + std::to_string(random() % 3000) + ' ';
    return text;
}

/// "a", "a-ap" and "a-afp" are one report, "b" is another and "c" a short one.
std::vector<Article> wire() {
    return {
        article_of("a", "Storm hits coast", body(1) + "The end.",
                   {{Field::source, "Reuters"}, {Field::date, "2019-03-01"}}),
        article_of("a-ap", "Coast is hit by storm", body(1),
                   {{Field::source, "AP"}, {Field::date, "2019-03-02"}}),
        article_of("b", "Another storm", body(2), {{Field::date, "2019-03-03"}}),
        article_of("a-afp", "Storm", "PARIS – " + body(1),
                   {{Field::source, "AFP"}, {Field::date, "2019-03-04"}}),
        article_of("c", "Storm in a photo", "Storm of the day.", {{Field::date, "2019-03-05"}})};
}

SearchOptions grouped(Group by, std::size_t limit = 20, std::size_t offset = 0) {
    SearchOptions options;
    options.limit = limit;
    options.offset = offset;
    options.sort = Sort::newest;
    options.group = by;
    return options;
}

TEST(Grouping, TheFirstOfNearlyTheSameLeads) {
    const SmallIndex index(wire());
    std::map<std::string, ArticleId> leaders;
    for (const Hit& hit : index.searcher().search(parsed("storm")).hits)
        leaders[hit.found.article.key] = hit.leader;
    for (const char* key : {"a", "a-ap", "a-afp"}) EXPECT_EQ(leaders[key], id_of("a")) << key;
    EXPECT_EQ(leaders["b"], id_of("b"));
    EXPECT_EQ(leaders["c"], id_of("c"));
}

TEST(Grouping, TheBestOfAGroupIsTheHitAndTheOthersAreNamed) {
    const SmallIndex index(wire());
    const Results results = index.searcher().search(parsed("storm"), grouped(Group::near));
    EXPECT_EQ(keys_of(results.hits), "c a-afp b");
    EXPECT_EQ(results.total, 5U);
    EXPECT_EQ(results.groups, 3U);
    const Hit& hit = results.hits[1];
    EXPECT_EQ(hit.rank, 2U);
    EXPECT_EQ(hit.alike, 2U);
    ASSERT_EQ(hit.others.size(), 2U);
    EXPECT_EQ(hit.others[0].article.value(Field::source), "AP");
    EXPECT_EQ(hit.others[1].article.value(Field::source), "Reuters");
    EXPECT_EQ(results.hits[0].alike, 0U);
}

TEST(Grouping, OnlyThoseThatAnswerAreCounted) {
    const SmallIndex index(wire());
    const Results results =
        index.searcher().search(parsed("storm after:2019-03-01"), grouped(Group::near));
    EXPECT_EQ(keys_of(results.hits), "c a-afp b");
    EXPECT_EQ(results.hits[1].alike, 1U);
}

TEST(Grouping, PagesAreOfOnePieceWithTheWhole) {
    const SmallIndex index(wire());
    const Searcher searcher = index.searcher();
    std::string pages;
    for (std::size_t offset = 0; offset < 4; ++offset) {
        const Results page = searcher.search(parsed("storm"), grouped(Group::near, 1, offset));
        EXPECT_EQ(page.groups, 3U);
        for (const Hit& hit : page.hits) {
            EXPECT_EQ(hit.rank, offset + 1);
            pages += hit.found.article.key + " ";
        }
    }
    EXPECT_EQ(pages, "c a-afp b ");
}

TEST(Grouping, ExactlyTheSameIsAnotherQuestion) {
    std::vector<Article> articles = wire();
    articles.push_back(
        article_of("c2", "Photo", "Storm of the day.", {{Field::date, "2019-03-06"}}));
    const SmallIndex index(articles);
    const Results results = index.searcher().search(parsed("storm"), grouped(Group::exact));
    EXPECT_EQ(keys_of(results.hits), "c2 a-afp b a-ap a");
    EXPECT_EQ(results.hits[0].alike, 1U);
    EXPECT_EQ(results.hits[1].alike, 0U);
}

TEST(Grouping, OffShowsAll) {
    const SmallIndex index(wire());
    const Results results = index.searcher().search(parsed("storm"), grouped(Group::off));
    EXPECT_EQ(keys_of(results.hits), "c a-afp b a-ap a");
    EXPECT_EQ(results.groups, 5U);
}

TEST(Grouping, DupListsAGroupByAnyOfItsIds) {
    const SmallIndex index(wire());
    const Searcher searcher = index.searcher();
    for (const char* key : {"a", "a-ap", "a-afp"})
        EXPECT_EQ(found(searcher, parsed("dup:" + id_of(key).to_string())), "a-afp a-ap a");
    EXPECT_EQ(found(searcher, parsed("dup:" + id_of("b").full())), "b");
    EXPECT_EQ(found(searcher, parsed("dup:0000")), "");
    EXPECT_EQ(found(searcher, parsed("is:first")), "c b a");
    EXPECT_EQ(found(searcher, parsed("-is:first")), "a-afp a-ap");
}

TEST(Grouping, JoinsLeadersOfEarlierParts) {
    SmallIndex index;
    for (const Article& article : wire()) index.publish({article});
    EXPECT_EQ(found(index.searcher(), parsed("dup:" + id_of("a-ap").to_string())), "a-afp a-ap a");
    index.merge();
    index.publish({article_of("a-dpa", "Storm", body(1), {{Field::date, "2019-03-09"}})});
    EXPECT_EQ(found(index.searcher(), parsed("dup:" + id_of("a").to_string())),
              "a-dpa a-afp a-ap a");
}

TEST(Grouping, AnArticleThatIsGoneIsJoinedByNoOther) {
    SmallIndex index(wire());
    index.publish({}, {"a"});
    index.publish({article_of("a-dpa", "Storm", body(1), {{Field::date, "2019-03-09"}})});
    EXPECT_EQ(found(index.searcher(), parsed("dup:" + id_of("a-dpa").to_string())), "a-dpa");
    EXPECT_EQ(found(index.searcher(), parsed("dup:" + id_of("a-ap").to_string())), "a-afp a-ap");
}

TEST(Grouping, CompactingGivesAGroupThatLostItsLeaderAnother) {
    SmallIndex index(wire());
    index.publish({}, {"a"});
    index.publish({article_of("a-dpa", "Storm", body(1), {{Field::date, "2019-03-09"}})});
    compact(index.dir());
    compact(index.dir());
    EXPECT_EQ(found(index.searcher(), parsed("dup:" + id_of("a-dpa").to_string())),
              "a-dpa a-afp a-ap");
    EXPECT_EQ(index.searcher().count(parsed("is:first")).articles, 3U);
}

TEST(Grouping, CompactingJoinsLeadersWhoseTextsHaveBecomeTheSame) {
    SmallIndex index(wire());
    // It leads others, and so goes on leading, whatever its text.
    index.publish({article_of("a", "Storm", body(2), {{Field::date, "2019-03-01"}})});
    EXPECT_EQ(found(index.searcher(), parsed("dup:" + id_of("b").to_string())), "b");
    compact(index.dir());
    EXPECT_EQ(found(index.searcher(), parsed("dup:" + id_of("b").to_string())), "a-afp b a-ap a");
}

/// Pairs of articles, of which both or neither are one report.
struct Pairs {
    std::size_t truly = 0;
    std::size_t told = 0;
    std::size_t both = 0;
};

Pairs compare(const std::map<std::string, ArticleId>& leaders) {
    const auto report = [](const std::string& key) { return key.substr(0, key.find('-')); };
    Pairs pairs;
    for (auto one = leaders.begin(); one != leaders.end(); ++one)
        for (auto other = std::next(one); other != leaders.end(); ++other) {
            const bool truly = report(one->first) == report(other->first);
            const bool told = one->second == other->second;
            pairs.truly += truly ? 1 : 0;
            pairs.told += told ? 1 : 0;
            pairs.both += truly && told ? 1 : 0;
        }
    return pairs;
}

TEST(Grouping, FindsNearlyAllVariantsAndHardlyAnythingElse) {
    Newsroom newsroom;
    std::vector<Article> articles;
    for (int report = 0; report < 400; ++report) {
        const Words words = newsroom.article(80 + newsroom.below(700));
        const std::string key = std::to_string(report);
        articles.push_back(article_of(key + "-0", "Report", text_of(words)));
        articles.push_back(article_of(key + "-1", "New headline", text_of(words)));
        articles.push_back(article_of(key + "-2", "Report", text_of(cut(words, 0.5))));
        articles.push_back(article_of(key + "-3", "Report", text_of(newsroom.edited(words))));
        articles.push_back(
            article_of(key + "-4", "Other", text_of(newsroom.edited(cut(words, 0.6)))));
    }
    std::shuffle(articles.begin(), articles.end(), std::mt19937(3));
    const SmallIndex index(articles);
    std::map<std::string, ArticleId> leaders;
    index.searcher().for_each(parsed("*"), [&](const Hit& hit) {
        leaders[hit.found.article.key] = hit.leader;
        return true;
    });
    ASSERT_EQ(leaders.size(), articles.size());
    const Pairs pairs = compare(leaders);
    EXPECT_GE(static_cast<double>(pairs.both), 0.98 * static_cast<double>(pairs.told));
    EXPECT_GE(static_cast<double>(pairs.both), 0.95 * static_cast<double>(pairs.truly));
    RecordProperty("precision", std::to_string(double(pairs.both) / double(pairs.told)));
    RecordProperty("recall", std::to_string(double(pairs.both) / double(pairs.truly)));
}

}  // namespace
}  // namespace morgue
