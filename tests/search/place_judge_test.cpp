// What the index tells of where words stand, without a look at the text.
#include <set>

#include <gtest/gtest.h>

#include <search/shared_place.hpp>
#include <search/small_index.hpp>

namespace morgue::test {
namespace {

const SmallIndex& near_index() {
    static const SmallIndex index({
        article_of("near", "Rates", "The bank rated the storms of the harbour, bank after bank."),
        article_of("far", "",
                   "A bank. Nobody had seen so many of them before the rates rose again."),
        article_of("title", "Rate of the bank", "Harbours in a storm."),
        article_of("name", "", "BANKING was a name, and the banks stood among harbour storms."),
        article_of("often", "",
                   "Ferries sailed to the islands that spring. In autumn a ferry sank."),
        article_of("owner", "", "The bank's rating: the harbour-bank of Müller."),
    });
    return index;
}

using Keys = std::set<std::string>;

struct Told {
    Keys keys;
    std::size_t unread = 0;
};

/// Answers that need no text.
Told told(std::string_view query) {
    SearchOptions options;
    options.budget.articles = 0;
    const Results results = near_index().searcher().search(parsed(query), options);
    Told answer{{}, results.unread};
    for (const Hit& hit : results.hits) answer.keys.insert(hit.found.article.key);
    return answer;
}

TEST(PlaceJudge, NeedsNoText) {
    const struct {
        const char* query;
        Keys keys;
    } rows[] = {
        {"bank W/1 rate", {"near", "owner"}},
        {"bank W/4 rate", {"near", "owner", "title"}},
        {"rate PRE/1 bank", {}},
        {"rate PRE/3 bank", {"owner", "title"}},
        {"storm NOT W/4 rate", {"name", "title"}},
        {"title:rate W/3 title:bank", {"title"}},
        {"~\"bank rates\"", {"near", "owner"}},
        {"\"storms harbour\"~3", {"name", "near"}},
        {"\"rated the * of\"", {"near"}},
        {"ATLEAST2 ferry", {"often"}},
        {"ATLEAST3 ferry", {}},
    };
    for (const auto& row : rows) {
        const Told answer = told(row.query);
        EXPECT_EQ(answer.keys, row.keys) << row.query;
        EXPECT_EQ(answer.unread, 0U) << row.query;
    }
}

/// BANKING is no bank, and a compound is one word that stands at two places.
TEST(PlaceJudge, LeavesToTheTextWhatPlacesDoNotTell) {
    EXPECT_EQ(told("bank W/2 was").unread, 1U);
    EXPECT_EQ(told("ATLEAST1 harbourbank").unread, 0U);
    EXPECT_EQ(told("ATLEAST2 harbourbank").unread, 1U);
    EXPECT_EQ(told("bank W/S rate").unread, 4U);
    EXPECT_EQ(told("=Bank W/1 storm").unread, 0U) << "no bank so near";
    const Searcher searcher = near_index().searcher();
    EXPECT_EQ(searcher.count(parsed("bank W/2 was")).articles, 0U);
    EXPECT_EQ(searcher.count(parsed("ATLEAST2 harbourbank")).articles, 0U);
}

TEST(WordAtPlace, KnowsWhichWordsNeverShareOne) {
    const auto may_share = [](std::string_view one, std::string_view other) {
        const search::WordAtPlace first(one);
        const search::WordAtPlace second(other);
        EXPECT_EQ(first.may_share_place(second), second.may_share_place(first));
        return first.may_share_place(second);
    };
    EXPECT_FALSE(may_share("storm", "harbour"));
    EXPECT_FALSE(may_share("rating", "rated"));
    EXPECT_TRUE(may_share("storm", "storm"));
    EXPECT_TRUE(may_share("email", "mail")) << "a part of e-mail";
    EXPECT_TRUE(may_share("email", "mails")) << "and of e-mail's";
    EXPECT_TRUE(may_share("companys", "company"));
    EXPECT_TRUE(may_share("muller", "mueller"));
    EXPECT_TRUE(may_share("l", "etat"));
    EXPECT_TRUE(may_share("dell", "arte"));
    EXPECT_TRUE(may_share("10000", "word"));
    EXPECT_TRUE(may_share("XACus", "us"));
}

}  // namespace
}  // namespace morgue::test
