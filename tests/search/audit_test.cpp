// What the index answers, and what lights, is compared with a naive reading of every article, for
// random questions of the whole query language.
#include <cstdlib>
#include <iostream>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <schema/snapshot.hpp>
#include <search/audit/audit.hpp>
#include <search/random_news.hpp>
#include <search/small_index.hpp>

namespace morgue::test {
namespace {

using Kind = AuditDifference::Kind;

std::size_t number_from(const char* variable, std::size_t otherwise) {
    const char* const text = std::getenv(variable);
    return text == nullptr ? otherwise : std::stoul(text);
}

void fill(SmallIndex& index) {
    RandomNews news(static_cast<unsigned>(number_from("DIFFERENTIAL_SEED", 1)));
    for (int shard = 0; shard < 3; ++shard) {
        std::vector<Article> articles;
        for (int i = 0; i < 100; ++i)
            articles.push_back(news.article(std::to_string(shard * 90 + i)));
        index.publish(articles);
    }
}

/// 280 articles in three parts, some of them in place of others.
const SmallIndex& random_index() {
    static SmallIndex index;
    static std::once_flag filled;
    std::call_once(filled, [] { fill(index); });
    return index;
}

std::vector<search::NaiveArticle> articles_of(const schema::Snapshot& snapshot) {
    std::vector<search::NaiveArticle> articles;
    snapshot.for_each_live("", [&](const schema::Place& place) {
        articles.push_back(search::naive_article(snapshot.stored(place)));
        return true;
    });
    return articles;
}

TEST(Audit, FindsNoDifferenceForRandomQuestions) {
    const std::size_t questions = number_from("DIFFERENTIAL_QUESTIONS", 2000);
    const auto snapshot = schema::Snapshot::open(random_index().dir());
    const auto articles = articles_of(snapshot);
    RandomNews news(static_cast<unsigned>(number_from("DIFFERENTIAL_SEED", 1)) + 1);
    std::size_t answered = 0;
    std::size_t refused = 0;
    std::map<Kind, std::size_t> differences;
    for (std::size_t number = 0; number < questions; ++number) {
        const std::string text = news.query(3);
        const Query query = parsed(text);
        search::Auditor auditor(query, snapshot);
        refused += auditor.refused() ? 1 : 0;
        if (auditor.refused()) continue;
        for (const search::NaiveArticle& article : articles) auditor.read(article);
        const Audit audit = auditor.take();
        answered += audit.answered > 0 ? 1 : 0;
        for (const AuditDifference& difference : audit.differences) {
            ++differences[difference.kind];
            ADD_FAILURE() << text << "\nin article " << difference.location.file << ", difference "
                          << static_cast<int>(difference.kind);
        }
        if (differences.size() > 20) break;
    }
    std::cout << questions << " questions, " << answered << " answered, " << refused
              << " refused; missed " << differences[Kind::missed] << ", extra "
              << differences[Kind::extra] << ", lit otherwise " << differences[Kind::highlighted]
              << "\n";
    EXPECT_GT(answered, questions / 2) << "the questions are worth asking";
    EXPECT_LT(refused, questions / 50);
}

TEST(Audit, ReadsEveryArticle) {
    const Searcher searcher = random_index().searcher();
    const Audit audit = searcher.audit(parsed("storm W/5 the"));
    EXPECT_EQ(audit.articles, searcher.size());
    EXPECT_EQ(audit.answered, searcher.count(parsed("storm W/5 the")).articles);
    EXPECT_TRUE(audit.differences.empty());
    EXPECT_EQ(searcher.audit(parsed("is:first")).refused->code, "not-in-the-text");
}

/// An auditor that is shown other articles than the index holds sees that.
TEST(Audit, TellsWhatIsDifferent) {
    const SmallIndex index({article_of("a", "", "a storm"), article_of("b", "", "no wind"),
                            article_of("c", "", "storm, storm")});
    const auto snapshot = schema::Snapshot::open(index.dir());
    const Query query = parsed("storm");
    search::Auditor auditor(query, snapshot);
    for (const char* key : {"a", "b", "c"}) {
        schema::StoredArticle stored;
        const std::string body = *key == 'a' ? "no wind" : *key == 'b' ? "a storm" : "wind, storm";
        stored.indexed = {id_of(key), article_of(key, "", body), {"", key, "", -1}};
        stored.lang = "en";
        auditor.read(search::naive_article(stored));
    }
    const Audit audit = auditor.take();
    ASSERT_EQ(audit.differences.size(), 3U);
    EXPECT_EQ(audit.differences[0].kind, Kind::extra);
    EXPECT_EQ(audit.differences[1].kind, Kind::missed);
    EXPECT_EQ(audit.differences[2].kind, Kind::highlighted);
}

}  // namespace
}  // namespace morgue::test
