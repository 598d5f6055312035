#include <gtest/gtest.h>

#include <indexer/merge_plan.hpp>

namespace morgue::indexer {
namespace {

TEST(MergePlan, LeavesOneShardAlone) {
    EXPECT_EQ(next_merge({{1000, 0}}), std::nullopt);
    EXPECT_EQ(next_merge({}), std::nullopt);
}

TEST(MergePlan, JoinsNeighboursOfASize) {
    EXPECT_EQ(next_merge({{1000, 0}, {250, 0}}), (MergeRange{0, 2}));
    EXPECT_EQ(next_merge({{1001, 0}, {250, 0}}), std::nullopt);
}

TEST(MergePlan, TakesInOlderOnesAsTheMergedShardGrows) {
    EXPECT_EQ(next_merge({{9000, 0}, {30, 0}, {10, 0}, {3, 0}}), (MergeRange{1, 4}));
}

TEST(MergePlan, RewritesAShardOfWhichATenthIsDead) {
    EXPECT_EQ(next_merge({{900, 100}, {10, 0}}), std::nullopt);
    EXPECT_EQ(next_merge({{899, 101}, {10, 0}}), (MergeRange{0, 1}));
}

TEST(MergePlan, HoldsAtMostEightShards) {
    std::vector<ShardLoad> shards;
    for (std::size_t live = 5'000'000; shards.size() < 8; live /= 5) shards.push_back({live, 0});
    EXPECT_EQ(next_merge(shards), std::nullopt);
    shards.push_back({12, 0});
    EXPECT_EQ(next_merge(shards), (MergeRange{7, 9}));
}

TEST(MergePlan, ComesToAnEnd) {
    std::vector<ShardLoad> shards{{40, 2}, {30, 9}, {2000, 500}, {1, 0}, {0, 0}, {7, 7}};
    for (int merges = 0;; ++merges) {
        ASSERT_LT(merges, 20);
        const auto range = next_merge(shards);
        if (!range) break;
        ShardLoad merged;
        for (std::size_t i = range->begin; i < range->end; ++i) merged.live += shards[i].live;
        shards.erase(shards.begin() + static_cast<std::ptrdiff_t>(range->begin),
                     shards.begin() + static_cast<std::ptrdiff_t>(range->end));
        shards.insert(shards.begin() + static_cast<std::ptrdiff_t>(range->begin), merged);
    }
    EXPECT_LE(shards.size(), 8U);
}

}  // namespace
}  // namespace morgue::indexer
