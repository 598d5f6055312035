#include <algorithm>

#include <search/answer.hpp>
#include <search/compiler.hpp>
#include <search/exact_count.hpp>
#include <search/passages.hpp>
#include <search/ranking.hpp>
#include <search/snippet.hpp>

namespace morgue::search {

namespace {

/// Totals are exact up to this many matches without being asked for.
constexpr Xapian::doccount exact_matches = 1000;

Xapian::doccount clamped(std::size_t count, Xapian::doccount most) {
    return static_cast<Xapian::doccount>(std::min<std::size_t>(count, most));
}

void set_total(Results& results, const Xapian::MSet& found) {
    const auto lower = found.get_matches_lower_bound();
    results.total = lower;
    results.total_is =
        lower == found.get_matches_upper_bound() ? TotalIs::exact : TotalIs::lower_bound;
}

/// Which of the terms the document has.
TermSet terms_among(const TermSet& asked, const schema::Snapshot& snapshot,
                    const schema::Place& place) {
    TermSet had;
    if (asked.empty()) return had;
    const Xapian::Database& shard = snapshot.shards()[place.shard].database;
    for (auto term = shard.termlist_begin(place.docid); term != shard.termlist_end(place.docid);
         ++term)
        if (asked.contains(*term)) had.insert(*term);
    return had;
}

}  // namespace

Answer::Answer(const Query& query, const schema::Snapshot& snapshot)
    : query_(query),
      snapshot_(snapshot),
      plan_(make_plan(*query.root(), snapshot)),
      matcher_(plan_) {}

std::vector<Note> Answer::notes() const {
    std::vector<Note> notes = query_.notes();
    if (!plan_.refused) notes.insert(notes.end(), plan_.notes.begin(), plan_.notes.end());
    return notes;
}

Results Answer::run(const SearchOptions& options, const std::stop_token& stop,
                    const std::function<bool(Hit)>& fn) const {
    Results results;
    results.notes = notes();
    results.refused = plan_.refused;
    results.complete = !plan_.refused;
    if (plan_.refused) return results;
    const Xapian::doccount all = snapshot_.database().get_doccount();
    Ranking ranking(options.sort);
    Xapian::Enquire enquire(snapshot_.database());
    enquire.set_query(snapshot_.live(compile(plan_)));
    ranking.apply(enquire);
    const Xapian::MSet found =
        enquire.get_mset(clamped(options.offset, all), clamped(options.limit, all),
                         options.exact_total ? all : exact_matches + 1);
    set_total(results, found);
    for (auto item = found.begin(); item != found.end() && results.complete; ++item)
        results.complete = !stop.stop_requested() && fn(hit(item, options));
    return results;
}

Count Answer::count() const {
    Count count;
    if (!plan_.refused) count = count_with_dates(plan_, snapshot_);
    count.notes = notes();
    count.refused = plan_.refused;
    return count;
}

Tally Answer::tally(By by) const {
    Tally tally;
    if (!plan_.refused) tally = search::tally(plan_, snapshot_, by);
    tally.notes = notes();
    tally.refused = plan_.refused;
    return tally;
}

Highlights Answer::highlights(const IndexedArticle& article) const {
    const auto matched = match(article);
    if (!matched) return {};
    return {merged(matched->title), merged(matched->body)};
}

std::vector<Snippet> Answer::passages(const IndexedArticle& article, std::size_t context) const {
    const auto matched = match(article);
    if (!matched) return {};
    return make_passages(article.article.body, *matched, context);
}

std::optional<Match> Answer::match(const IndexedArticle& article) const {
    if (plan_.refused) return std::nullopt;
    const auto place = snapshot_.find(article.id, article.index);
    if (!place) return std::nullopt;
    return match(article.article, snapshot_.stored(*place).lang, *place);
}

Match Answer::match(const Article& article, std::string_view lang,
                    const schema::Place& place) const {
    return matcher_.match(article, lang, terms_among(matcher_.facts(), snapshot_, place));
}

Hit Answer::hit(const Xapian::MSetIterator& found, const SearchOptions& options) const {
    const schema::Place place = snapshot_.place(*found);
    schema::StoredArticle stored = snapshot_.stored(place);
    Hit hit;
    hit.rank = found.get_rank() + std::size_t{1};
    hit.score = found.get_weight();
    hit.found = std::move(stored.indexed);
    Article& article = hit.found.article;
    if (options.snippets > 0 || options.whole) {
        const Match matched = match(article, stored.lang, place);
        hit.title_highlights = merged(matched.title);
        if (options.whole) hit.body_highlights = merged(matched.body);
        hit.snippets =
            make_snippets(article.body, matched, {options.snippets, options.snippet_width});
    }
    if (!options.whole) std::string().swap(article.body);
    return hit;
}

}  // namespace morgue::search
