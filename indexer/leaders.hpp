#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <indexer/leader_file.hpp>
#include <indexer/leader_table.hpp>
#include <schema/snapshot.hpp>

namespace morgue::indexer {

/// Finds for an article the leader of those that are nearly the same: the one it shares most with,
/// and half of the shorter text at least. Who is led by an article that leads itself goes with no
/// other, so that there are no chains from one text to a quite different one.
/// Articles come in the order of their numbers. Not thread-safe.
class Leaders {
  public:
    /// Of the articles that are published; the index is at `dir`.
    void open(const std::string& dir, const schema::Snapshot& snapshot);
    /// A published article that is no longer to be joined.
    void leave_out(const schema::Place& place) { gone_.insert({place.shard, place.docid}); }

    /// The id of the article's leader; its own where it leads itself, as it then does from now on.
    /// `docid` is what the article will have in the part that is being written.
    ArticleId join(const ArticleId& id, const text::Sketch& sketch, std::uint32_t docid,
                   const schema::Snapshot& snapshot);

    /// The article leads, whatever it is like.
    void lead(const ArticleId& id, const text::Sketch& sketch, std::uint32_t docid);

    /// Of the part that is being written.
    const LeaderTable& found() const noexcept { return found_; }

  private:
    std::optional<ArticleId> live_id(const schema::Place& place,
                                     const schema::Snapshot& snapshot) const;
    std::optional<ArticleId> most_like(const text::Sketch& sketch,
                                       const schema::Snapshot& snapshot) const;
    bool leads(const ArticleId& id, const schema::Snapshot& snapshot) const;

    std::vector<std::optional<LeaderFile>> files_;  ///< one a shard
    std::set<std::pair<std::size_t, std::uint32_t>> gone_;
    LeaderTable found_;
    std::vector<ArticleId> found_ids_;
};

/// The id of the leader that stands there; nothing where it is dead or none is.
std::optional<ArticleId> live_leader(const schema::Place& place, const schema::Snapshot& snapshot);

}  // namespace morgue::indexer
