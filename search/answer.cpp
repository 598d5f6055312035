#include <algorithm>

#include <search/answer.hpp>
#include <search/compiler.hpp>
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

Results Answer::preliminary() const {
    Results results;
    results.notes = query_.notes();
    results.refused = plan_.refused;
    results.complete = !plan_.refused;
    if (!plan_.refused)
        results.notes.insert(results.notes.end(), plan_.notes.begin(), plan_.notes.end());
    return results;
}

Results Answer::run(const SearchOptions& options, const std::stop_token& stop,
                    const std::function<bool(Hit)>& fn) const {
    Results results = preliminary();
    if (results.refused) return results;
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

Results Answer::count() const {
    Results results = preliminary();
    if (results.refused) return results;
    Xapian::Enquire enquire(snapshot_.database());
    enquire.set_query(snapshot_.live(compile(plan_)));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    set_total(results, enquire.get_mset(0, 0, snapshot_.database().get_doccount()));
    return results;
}

Highlights Answer::highlights(const IndexedArticle& article) const {
    if (plan_.refused) return {};
    const auto place = snapshot_.find(article.id);
    if (!place) return {};
    const Match matched = match(article.article, snapshot_.stored(*place).lang, *place);
    return {merged(matched.title), merged(matched.body)};
}

Match Answer::match(const Article& article, std::string_view lang,
                    const schema::Place& place) const {
    return matcher_.match(article, lang, terms_among(matcher_.facts(), snapshot_, place));
}

Hit Answer::hit(const Xapian::MSetIterator& found, const SearchOptions& options) const {
    const schema::Place place = snapshot_.place(*found);
    schema::StoredArticle stored = snapshot_.stored(place);
    Hit hit{
        found.get_rank() + std::size_t{1}, found.get_weight(), std::move(stored.indexed), {}, {}};
    Article& article = hit.found.article;
    if (options.snippets > 0) {
        const Match matched = match(article, stored.lang, place);
        hit.title_highlights = merged(matched.title);
        hit.snippets =
            make_snippets(article.body, matched, {options.snippets, options.snippet_width});
    }
    std::string().swap(article.body);
    return hit;
}

}  // namespace morgue::search
