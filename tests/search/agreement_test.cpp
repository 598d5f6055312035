#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <schema/snapshot.hpp>
#include <search/answer.hpp>
#include <search/small_index.hpp>

namespace morgue::test {
namespace {

const std::vector<std::string> vocabulary = {
    "storm",  "Storms",     "the",    "a",     "to",    "be",     "US",
    "U.S.",   "us",         "e-mail", "email", "e",     "mail",   "O'Brien",
    "obrien", "company's",  "10,000", "10000", "10,00", "東京",   "東",
    "京都",   "東京2020年", "AT&T",   "state", "art",   "of",     "state-of-the-art",
    "Müller", "mueller",    "9/11",   "rates", "rat",   "l'État", "대통령은",
    "C++",    "c",          "état",
};

/// Everything from one seed, the same on every machine.
class Dice {
  public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    std::size_t roll(std::size_t sides) { return engine_() % sides; }
    const std::string& word() { return vocabulary[roll(vocabulary.size())]; }

    std::string words(std::size_t count) {
        static const std::vector<std::string> marks = {" ", " ", " ", " ", ", ", ". ", "\n"};
        std::string text = word();
        for (std::size_t i = 1; i < count; ++i) text += marks[roll(marks.size())] + word();
        return text;
    }

    std::string atom() {
        switch (roll(8)) {
            case 0:
            case 1:
                return word();
            case 2:
            case 3:
            case 4: {
                std::string phrase = word();
                for (std::size_t more = roll(3); more > 0; --more) phrase += " " + word();
                return "\"" + phrase + "\"";
            }
            case 5:
                return std::string(std::vector<const char*>{"st", "e-m", "1", "東", "o"}[roll(5)]) +
                       "*";
            case 6:
                return "title:" + word();
            default:
                return std::vector<const char*>{"date:2019", "tag:oil", "lang:de"}[roll(3)];
        }
    }

    std::string operand() {
        switch (roll(5)) {
            case 0:
                return "\"" + word() + " " + word() + "\"";
            case 1:
                return "(" + word() + " OR " + word() + ")";
            case 2:
                return "st*";
            default:
                return word();
        }
    }

    /// Distances and counts.
    std::string placed() {
        if (roll(5) == 0) return "ATLEAST" + std::to_string(1 + roll(3)) + " " + operand();
        const char* signs[] = {"W/1", "W/5", "PRE/2", "PRE/9", "W/S", "PRE/S", "W/P"};
        std::string row = operand() + " " + signs[roll(7)] + " " + operand();
        if (roll(3) == 0) row += std::string(" ") + signs[roll(7)] + " " + operand();
        if (roll(3) == 0) row += (roll(2) == 0 ? " NOT W/3 " : " NOT W/S ") + operand();
        return row;
    }

    std::string query(std::size_t depth) {
        if (roll(4) == 0) return "(" + placed() + ")";
        if (depth == 0 || roll(3) == 0) return atom();
        const std::string left = query(depth - 1);
        const std::string right = query(depth - 1);
        if (roll(3) == 0) return "(" + left + " OR " + right + ")";
        return "(" + left + (roll(3) == 0 ? " -" : " ") + right + ")";
    }

    Article article(const std::string& key) {
        Article made = article_of(key, roll(2) == 0 ? words(1 + roll(4)) : "", words(1 + roll(25)));
        if (roll(2) == 0) made.add(Field::date, roll(2) == 0 ? "2019-03-04" : "2020");
        if (roll(3) == 0) made.add(Field::tag, "oil");
        const char* languages[] = {"en", "de", "fr", "ko"};
        if (roll(2) == 0) made.add(Field::lang, languages[roll(4)]);
        return made;
    }

  private:
    std::mt19937 engine_;
};

SmallIndex& random_index() {
    static SmallIndex index;
    static const bool filled = [] {
        Dice dice(1);
        for (int shard = 0; shard < 3; ++shard) {
            std::vector<Article> articles;
            for (int i = 0; i < 40; ++i)
                articles.push_back(dice.article(std::to_string(shard * 30 + i)));
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
    Dice dice(2);
    std::size_t answered = 0;
    for (int round = 0; round < 400; ++round) {
        const std::string text = dice.query(3);
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
