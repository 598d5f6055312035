#include <algorithm>

#include <indexer/merge_plan.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t most_shards = 8;
constexpr std::size_t size_ratio = 4;
constexpr std::size_t dead_share = 10;

std::optional<MergeRange> newest_of_a_size(const std::vector<ShardLoad>& shards) {
    if (shards.empty()) return std::nullopt;
    std::size_t begin = shards.size() - 1;
    std::size_t live = shards[begin].live;
    while (begin > 0 && shards[begin - 1].live <= size_ratio * live) live += shards[--begin].live;
    if (shards.size() - begin < 2) return std::nullopt;
    return MergeRange{begin, shards.size()};
}

std::optional<MergeRange> mostly_dead(const std::vector<ShardLoad>& shards) {
    for (std::size_t i = 0; i < shards.size(); ++i)
        if (shards[i].dead * dead_share > shards[i].live + shards[i].dead)
            return MergeRange{i, i + 1};
    return std::nullopt;
}

std::optional<MergeRange> smallest_neighbours(const std::vector<ShardLoad>& shards) {
    if (shards.size() <= most_shards) return std::nullopt;
    std::size_t best = 0;
    for (std::size_t i = 1; i + 1 < shards.size(); ++i)
        if (shards[i].live + shards[i + 1].live < shards[best].live + shards[best + 1].live)
            best = i;
    return MergeRange{best, best + 2};
}

}  // namespace

std::optional<MergeRange> next_merge(const std::vector<ShardLoad>& shards) {
    if (const auto range = newest_of_a_size(shards)) return range;
    if (const auto range = mostly_dead(shards)) return range;
    return smallest_neighbours(shards);
}

}  // namespace morgue::indexer
