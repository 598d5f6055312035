#pragma once

#include <cstddef>

#include <xapian.h>

#include <schema/snapshot.hpp>
#include <search/query/tree.hpp>

namespace morgue::search {

/// How many live articles answer, exactly and without ranking. Call behind schema::guarded().
class Counter {
  public:
    explicit Counter(const schema::Snapshot& snapshot) : snapshot_(snapshot) {}

    const schema::Snapshot& snapshot() const noexcept { return snapshot_; }

    /// The spy sees each of them.
    std::size_t count(const Xapian::Query& query, Xapian::MatchSpy* spy = nullptr) const;
    /// 0 for a question that the index refuses.
    std::size_t count(const query::Node& root) const;
    /// Whether there is one; stops there.
    bool any(const query::Node& root) const;

  private:
    const schema::Snapshot& snapshot_;
};

}  // namespace morgue::search
