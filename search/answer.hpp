#pragma once

#include <functional>
#include <stop_token>

#include <xapian.h>

#include <morgue/query.hpp>
#include <morgue/searcher.hpp>

#include <schema/snapshot.hpp>
#include <search/matcher.hpp>
#include <search/plan.hpp>

namespace morgue::search {

/// One question, put to one snapshot. Call behind schema::guarded().
class Answer {
  public:
    Answer(const Query& query, const schema::Snapshot& snapshot);
    Answer(const Answer&) = delete;
    Answer& operator=(const Answer&) = delete;

    /// Calls `fn` for each hit of the page, in order; false stops. The Results have no hits.
    Results run(const SearchOptions& options, const std::stop_token& stop,
                const std::function<bool(Hit)>& fn) const;
    Results count() const;
    /// `article` stands at `place` and was analysed in `lang`.
    Match match(const Article& article, std::string_view lang, const schema::Place& place) const;
    Highlights highlights(const IndexedArticle& article) const;

  private:
    /// What is known before anything is searched: notes, or why it is refused.
    Results preliminary() const;
    Hit hit(const Xapian::MSetIterator& found, const SearchOptions& options) const;

    const Query& query_;
    const schema::Snapshot& snapshot_;
    Plan plan_;
    Matcher matcher_;
};

}  // namespace morgue::search
