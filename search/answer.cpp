#include <search/answer.hpp>
#include <search/compiler.hpp>
#include <search/exact_count.hpp>
#include <search/page.hpp>
#include <search/passages.hpp>
#include <search/ranking.hpp>
#include <search/snippet.hpp>

namespace morgue::search {

namespace {

/// Of the others in a hit's group, so many are named.
constexpr Xapian::doccount most_others = 3;

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
    if (!options.exact_total) plan_.reading->limit(options.budget.articles, options.budget.time);
    const Xapian::doccount all = snapshot_.database().get_doccount();
    const Ranking ranking(options, compile(plan_, snapshot_), snapshot_);
    const Xapian::Enquire enquire = ranking.enquire();
    const Grouping grouping(options.group, snapshot_);
    const bool grouped = grouping.needed();
    const Page page =
        grouped ? page_of_groups(enquire, options, all, grouping) : page_of(enquire, options, all);
    results.total = page.total;
    results.total_is = page.total_is;
    results.groups = page.groups;
    results.groups_are = page.groups_are;
    tell_unread(results);
    for (std::size_t i = 0; i < page.hits.size() && results.complete; ++i) {
        const Xapian::MSetIterator found = page.found[page.hits[i]];
        Hit next = hit(found, options);
        next.rank = options.offset + i + 1;
        if (grouped) add_others(next, found, grouping, ranking);
        results.complete = !stop.stop_requested() && fn(std::move(next));
    }
    results.complete = results.complete && results.unread == 0;
    return results;
}

void Answer::tell_unread(Results& results) const {
    results.unread = plan_.reading->unread();
    if (results.unread == 0) return;
    results.total_is = results.groups_are = TotalIs::lower_bound;
    results.notes.push_back(
        {"unread", "whether " + std::to_string(results.unread) +
                       (results.unread == 1 ? " more article answers" : " more articles answer") +
                       " was not looked at: they have to be read, and the budget is used up"});
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
    hit.score = found.get_weight();
    hit.found = std::move(stored.indexed);
    hit.leader = snapshot_.leader(hit.found.id, place);
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

void Answer::add_others(Hit& hit, const Xapian::MSetIterator& found, const Grouping& grouping,
                        const Ranking& ranking) const {
    const auto group = grouping.group_of(snapshot_.place(*found));
    if (!group) return;
    const Xapian::Enquire enquire = ranking.enquire_among(*group);
    const Xapian::MSet members =
        enquire.get_mset(0, most_others + 1, snapshot_.database().get_doccount());
    hit.alike = members.get_matches_lower_bound() - 1;
    for (auto member = members.begin(); member != members.end(); ++member) {
        if (*member == *found || hit.others.size() == most_others) continue;
        IndexedArticle& other =
            hit.others.emplace_back(snapshot_.stored(snapshot_.place(*member)).indexed);
        std::string().swap(other.article.body);
    }
}

}  // namespace morgue::search
