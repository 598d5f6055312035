#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <xapian.h>

#include <morgue/searcher.hpp>

#include <schema/snapshot.hpp>
#include <search/expansion.hpp>
#include <search/recency.hpp>

namespace morgue::search {

/// Puts what answers a question into an order. Every order is total: ties go by date, newest first,
/// undated last, then by id. Expansion and recency change the order, never what answers.
class Ranking {
  public:
    /// `asked` is the question, compiled; `snapshot` must outlive this.
    Ranking(const SearchOptions& options, const Xapian::Query& asked,
            const schema::Snapshot& snapshot);

    /// Ready to be asked for the live articles that answer. This must outlive the Enquire.
    Xapian::Enquire enquire() const { return enquire_for(query_); }
    /// The same for those that the filter has too; scores stay the same.
    Xapian::Enquire enquire_among(const Xapian::Query& filter) const;

    /// The question with all that changes its order.
    const Xapian::Query& query() const noexcept { return query_; }
    /// What of that came by expansion, and by recency.
    const std::vector<AddedTerm>& added() const noexcept { return added_; }
    const std::optional<AgeBonus>& age() const noexcept { return age_; }

  private:
    Xapian::Enquire enquire_for(const Xapian::Query& query) const;
    Xapian::MSet best(const Xapian::Query& query, Xapian::doccount count) const;

    const schema::Snapshot& snapshot_;
    Sort sort_;
    std::unique_ptr<Xapian::KeyMaker> keys_;
    Xapian::Query query_;
    std::vector<AddedTerm> added_;
    std::optional<AgeBonus> age_;
};

}  // namespace morgue::search
