#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace morgue::indexer {

struct ShardLoad {
    std::size_t live = 0;
    std::size_t dead = 0;
};

/// Neighbouring shards [begin, end) that are to become one.
struct MergeRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const MergeRange&, const MergeRange&) = default;
};

/// The next merge that is due, oldest shard first: the newest shards while each older neighbour is
/// within four times their size together; a shard of which more than a tenth is dead; the smallest
/// neighbours when there are more than eight. So sizes fall geometrically, as in a
/// log-structured merge tree (O'Neil et al., 1996).
std::optional<MergeRange> next_merge(const std::vector<ShardLoad>& shards);

}  // namespace morgue::indexer
