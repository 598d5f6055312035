#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <schema/snapshot.hpp>
#include <search/answer.hpp>
#include <search/random_news.hpp>
#include <search/small_index.hpp>

namespace morgue::test {
namespace {

SmallIndex& random_index() {
    static SmallIndex index;
    static const bool filled = [] {
        RandomNews news(1);
        for (int shard = 0; shard < 3; ++shard) {
            std::vector<Article> articles;
            for (int i = 0; i < 40; ++i)
                articles.push_back(news.article(std::to_string(shard * 30 + i)));
            index.publish(articles);
        }
        return true;
    }();
    static_cast<void>(filled);
    return index;
}

/// Keys of the articles that satisfy the plan by their texts.
std::set<std::string> matched(const search::Answer& answer, const schema::Snapshot& snapshot) {
    std::set<std::string> keys;
    snapshot.for_each_live("", [&](const schema::Place& place) {
        const schema::StoredArticle stored = snapshot.stored(place);
        const Article& article = stored.indexed.article;
        if (answer.match(article, stored.lang, place).satisfied) keys.insert(article.key);
        return true;
    });
    return keys;
}

std::set<std::string> found_in(const search::Answer& answer) {
    std::set<std::string> keys;
    answer.run({.limit = SearchOptions::no_limit, .snippets = 0}, {}, [&](const Hit& hit) {
        keys.insert(hit.found.article.key);
        return true;
    });
    return keys;
}

/// The compiled query and the lit words are made of one plan; here they answer alike, over shards,
/// superseded articles, languages and all kinds of words.
TEST(Agreement, WhatIsFoundIsWhatTheTextSatisfies) {
    const auto snapshot = schema::Snapshot::open(random_index().dir());
    ASSERT_EQ(snapshot.live_count(), 100U);
    ASSERT_EQ(snapshot.shards().size(), 3U);
    RandomNews news(2);
    std::size_t answered = 0;
    for (int round = 0; round < 400; ++round) {
        const std::string text = news.query(3);
        const Query query = parsed(text);
        const search::Answer answer(query, snapshot);
        const auto found = found_in(answer);
        EXPECT_EQ(found, matched(answer, snapshot)) << text;
        EXPECT_EQ(answer.count().articles, found.size()) << text;
        answered += found.size();
    }
    EXPECT_GT(answered, 3000U);
}

}  // namespace
}  // namespace morgue::test
