#pragma once

#include <map>
#include <utility>

#include <morgue/audit.hpp>
#include <morgue/query.hpp>

#include <schema/snapshot.hpp>
#include <search/audit/naive_matcher.hpp>

namespace morgue::search {

/// Compares what the index says with what its articles say. Call behind schema::guarded().
class Auditor {
  public:
    /// The query and the snapshot have to outlive it.
    Auditor(const Query& query, const schema::Snapshot& snapshot);

    /// Reads one of the snapshot's articles.
    void read(const NaiveArticle& article);
    /// What came of it.
    Audit take() { return std::move(audit_); }
    bool refused() const { return audit_.refused.has_value(); }

  private:
    /// An article by its index and id.
    using Key = std::pair<std::size_t, ArticleId>;

    const query::Node& root_;
    NaiveMatcher matcher_;
    std::map<Key, Highlights> found_;
    Audit audit_;
};

/// Searcher::audit: reads all of them.
Audit audit(const Query& query, const schema::Snapshot& snapshot);

}  // namespace morgue::search
