#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <search/small_index.hpp>

namespace morgue::test {
namespace {

void fill(SmallIndex& index) {
    std::vector<Article> articles;
    for (int i = 0; i < 60; ++i)
        articles.push_back(article_of(std::to_string(i), "Storms in Rome",
                                      "The storm corps of the US e-mailed 東京. Rates rise.",
                                      {{Field::date, i % 2 == 0 ? "2019" : "2020-02"}}));
    index.publish(articles);
    index.publish({articles[0], articles[1]}, {"2"});
}

/// What each of some threads does, many times.
void search_as_a_thread(const Searcher& searcher, const Query& shared, std::atomic<int>& wrong) {
    for (int round = 0; round < 15; ++round) {
        const Results results = searcher.search(shared, {.limit = 5, .snippets = 2});
        if (results.total != 59 || results.hits.size() != 5) ++wrong;
        if (results.hits[0].snippets.empty()) ++wrong;
        if (searcher.count(parsed("\"storm corps\" -date:2019")).articles != 30) ++wrong;
        if (searcher.tally(shared, By::month).rows.size() != 2) ++wrong;
        if (!searcher.lookup(results.hits[0].found.id.full()).article) ++wrong;
        std::size_t seen = 0;
        searcher.for_each(parsed("sto* OR title:storm OR 東"), [&](const Hit& hit) {
            seen += searcher.article(hit.found.id) ? 1 : 0;
            return seen < 10;
        });
        if (seen != 10) ++wrong;
    }
}

void search_in_threads(const Searcher& searcher, const Query& shared) {
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 6; ++i)
            threads.emplace_back([&] { search_as_a_thread(searcher, shared, wrong); });
    }
    EXPECT_EQ(wrong, 0);
}

TEST(Threads, ShareASearcher) {
    SmallIndex index;
    fill(index);
    const Searcher searcher = index.searcher();
    search_in_threads(searcher, parsed("storm corps US rates"));
}

TEST(Threads, WaitForASnapshotWhenNoMoreCanBeOpened) {
    SmallIndex index;
    fill(index);
    const Searcher searcher = index.searcher();
    // Superseded, and its files gone: only the snapshot that is open still reads them.
    std::vector<std::filesystem::path> old;
    for (const auto& entry : std::filesystem::directory_iterator(index.dir() + "/shards"))
        old.push_back(entry.path());
    index.publish({article_of("later", "", "storm")});
    for (const auto& path : old) std::filesystem::remove_all(path);
    search_in_threads(searcher, parsed("storm corps US rates"));
}

}  // namespace
}  // namespace morgue::test
