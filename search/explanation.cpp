#include <schema/term.hpp>
#include <search/compiler.hpp>
#include <search/counting.hpp>
#include <search/explanation.hpp>
#include <search/plan.hpp>
#include <search/ranking.hpp>

namespace morgue::search {

namespace {

std::vector<query::NodePtr> parts_of(const query::NodePtr& root) {
    const auto* all = std::get_if<query::And>(&root->kind);
    return all == nullptr ? std::vector{root} : all->children;
}

/// What a plan gives the article; nothing where that does not answer it.
std::optional<double> score_of(const Plan& plan, const schema::Snapshot& snapshot,
                               const ArticleId& id) {
    const Ranking ranking({}, compile(plan), snapshot);
    const Xapian::Query this_one(schema::id_term(id));
    const Xapian::MSet found = ranking.enquire_among(this_one).get_mset(0, 1);
    if (found.empty()) return std::nullopt;
    return found.begin().get_weight();
}

}  // namespace

Explanation explain(const Query& query, const schema::Snapshot& snapshot,
                    const std::optional<ArticleId>& of) {
    const Plan plan = make_plan(*query.root(), snapshot);
    Explanation out{
        .xapian = {}, .parts = {}, .score = {}, .notes = query.notes(), .refused = plan.refused};
    if (plan.refused) return out;
    out.notes.insert(out.notes.end(), plan.notes.begin(), plan.notes.end());
    out.xapian = compile(plan).get_description();
    const Counter counter(snapshot);
    out.articles = counter.count(*query.root());
    if (of) out.score = score_of(plan, snapshot, *of);
    for (const query::NodePtr& part : parts_of(query.root())) {
        ExplainedPart& told = out.parts.emplace_back();
        told.text = query::to_query_text(*part);
        told.articles = counter.count(*part);
        if (of) told.score = score_of(make_plan(*part, snapshot), snapshot, *of);
    }
    return out;
}

}  // namespace morgue::search
