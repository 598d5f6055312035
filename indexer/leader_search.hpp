#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <morgue/article.hpp>

#include <indexer/leader_table.hpp>
#include <text/sketch.hpp>

namespace morgue::indexer {

/// Of the shorter text, what nearly the same articles have in common at least. Copies of which
/// every twentieth word is another share four fifths, different articles hardly a twentieth.
inline constexpr double least_shared = 0.5;

/// Looks for the leader that an article shares most with, and at least half of the shorter text;
/// of several the one with the smallest id. `Leading` is a LeaderTable or a LeaderFile.
class LeaderSearch {
  public:
    explicit LeaderSearch(const text::Sketch& sketch) : sketch_(sketch) {}

    /// `id_of(number, leader)` gives the id of one that may be joined, else nothing.
    template <typename Leading, typename IdOf>
    void look_in(const Leading& leading, IdOf&& id_of) {
        for (const std::uint32_t number : candidates(leading)) {
            const Leader leader = leading.at(number);
            const double share = text::shared_part(sketch_, leader.sketch);
            if (share < best_share_) continue;
            const std::optional<ArticleId> id = id_of(number, leader);
            if (!id || (share == best_share_ && best_ && *best_ <= *id)) continue;
            best_share_ = share;
            best_ = id;
        }
    }

    const std::optional<ArticleId>& best() const noexcept { return best_; }

  private:
    /// Those that share most keys are compared.
    static constexpr std::size_t most_compared = 16;

    template <typename Leading>
    std::vector<std::uint32_t> candidates(const Leading& leading) const {
        const auto least = std::span(sketch_.hashes()).first(keys_asked);
        const auto end = std::find(least.begin(), least.end(), text::Sketch::none);
        std::vector<std::uint32_t> met;
        leading.find({least.begin(), end}, met);
        return by_frequency(std::move(met));
    }

    /// Each once, those that occur most often first.
    static std::vector<std::uint32_t> by_frequency(std::vector<std::uint32_t> met);

    const text::Sketch& sketch_;
    double best_share_ = least_shared;
    std::optional<ArticleId> best_;
};

}  // namespace morgue::indexer
