#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

#include <xapian.h>

#include <morgue/query.hpp>
#include <morgue/searcher.hpp>

#include <schema/snapshot.hpp>
#include <search/grouping.hpp>
#include <search/matcher.hpp>
#include <search/plan.hpp>
#include <search/ranking.hpp>

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
    Count count() const;
    Tally tally(By by) const;
    /// `article` stands at `place` and was analysed in `lang`.
    Match match(const Article& article, std::string_view lang, const schema::Place& place) const;
    Highlights highlights(const IndexedArticle& article) const;
    std::vector<Snippet> passages(const IndexedArticle& article, std::size_t context) const;

  private:
    /// What is known before anything is searched: notes, or why it is refused.
    std::vector<Note> notes() const;
    void tell_unread(Results& results) const;
    /// The article as the snapshot holds it; nothing where it does not.
    std::optional<Match> match(const IndexedArticle& article) const;
    Hit hit(const Xapian::MSetIterator& found, const SearchOptions& options) const;
    void add_others(Hit& hit, const Xapian::MSetIterator& found, const Grouping& grouping,
                    const Ranking& ranking) const;

    const Query& query_;
    const schema::Snapshot& snapshot_;
    Plan plan_;
    Matcher matcher_;
};

}  // namespace morgue::search
