#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include <text/sketch.hpp>

namespace morgue::indexer {

/// A leader of near-identical articles: one that is like none before it.
struct Leader {
    std::uint32_t docid = 0;  ///< in its part of the index
    text::Sketch sketch;
};

/// Where a hash stands among the least of a leader's sketch.
struct LeaderKey {
    std::uint32_t hash = text::Sketch::none;
    std::uint32_t leader = 0;  ///< counts from 0

    friend auto operator<=>(const LeaderKey&, const LeaderKey&) = default;
};

/// So many of the least hashes of a leader find it, …
inline constexpr std::size_t keys_a_leader = 16;
/// … when they are among so many of an article's.
inline constexpr std::size_t keys_asked = 32;
/// A passage that so many leaders share, such as an agency's imprint, does not find them.
inline constexpr std::size_t most_with_a_key = 64;

/// The leaders of a part of an index that is being written, as they are found.
/// About 400 bytes a leader.
class LeaderTable {
  public:
    void add(std::uint32_t docid, const text::Sketch& sketch);

    std::size_t size() const noexcept { return leaders_.size(); }
    const Leader& at(std::size_t leader) const { return leaders_[leader]; }
    /// Appends the leaders that have one of the hashes among their keys.
    void find(std::span<const std::uint32_t> hashes, std::vector<std::uint32_t>& into) const;
    /// Of all leaders, in order.
    std::vector<LeaderKey> keys() const;
    std::size_t bytes() const noexcept;

  private:
    void insert(const LeaderKey& key);
    void grow();

    std::deque<Leader> leaders_;
    std::vector<LeaderKey> slots_;  ///< open addressing, a power of two
    std::size_t used_ = 0;
};

}  // namespace morgue::indexer
