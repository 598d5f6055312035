#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include <morgue/searcher.hpp>

#include <schema/snapshot.hpp>

namespace morgue::search {

/// Which articles stand together in an answer: the best of them is the hit, the others are said to
/// be there. Call behind schema::guarded().
class Grouping {
  public:
    Grouping(Group by, const schema::Snapshot& snapshot) : by_(by), snapshot_(snapshot) {}

    /// Whether there is anything to be put together.
    bool needed() const;
    /// The numbers, in `found`, of those that are the first of their group there.
    std::vector<Xapian::doccount> firsts(const Xapian::MSet& found) const;
    /// All articles of the group of a document; nothing where it is the only one.
    std::optional<Xapian::Query> group_of(const schema::Place& place) const;

  private:
    /// The same for documents of one group.
    schema::GroupKey key(const Xapian::MSetIterator& found) const;

    Group by_;
    const schema::Snapshot& snapshot_;
};

}  // namespace morgue::search
