#include <algorithm>

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

/// What a ranking gives the article; nothing where that does not answer.
std::optional<double> score_of(const Ranking& ranking, const ArticleId& id) {
    const Xapian::Query this_one(schema::id_term(id));
    const Xapian::MSet found = ranking.enquire_among(this_one).get_mset(0, 1);
    if (found.empty()) return std::nullopt;
    return found.begin().get_weight();
}

std::optional<double> score_of(const Xapian::Query& query, const schema::Snapshot& snapshot,
                               const ArticleId& id) {
    return score_of(Ranking({}, query, snapshot), id);
}

bool is_in_title(const std::string& term, const std::string& stem) {
    const text::Form form{text::FormKind::stem, true, stem};
    return term == schema::field_form_term(Field::title, form, nullptr) ||
           std::ranges::any_of(text::languages(), [&](const text::Language& language) {
               return term == schema::field_form_term(Field::title, form, &language);
           });
}

/// As people may read a term that is a stem.
std::string stem_as_text(const std::string& term) {
    const std::string stem(schema::text_of_form_term(term));
    return is_in_title(term, stem) ? "title:" + stem : stem;
}

class Explainer {
  public:
    Explainer(const schema::Snapshot& snapshot, const Explaining& wanted)
        : snapshot_(snapshot), wanted_(wanted), counter_(snapshot) {}

    void tell(const Query& query, const Plan& plan, Explanation& out) const {
        const Ranking ranking(wanted_.options, compile(plan, snapshot_), snapshot_);
        out.xapian = ranking.query().get_description();
        out.articles = counter_.count(*query.root());
        if (wanted_.of) out.score = score_of(ranking, *wanted_.of);
        for (const query::NodePtr& part : parts_of(query.root())) out.parts.push_back(told(part));
        const bool is_scored = out.score.has_value();
        for (const AddedTerm& term : ranking.added())
            out.added.push_back(
                {stem_as_text(term.term), term.weight, addition(term.query(), is_scored)});
        if (const auto& age = ranking.age())
            out.age = ExplainedAge{age->most, addition(age->query, is_scored)};
    }

  private:
    ExplainedPart told(const query::NodePtr& part) const {
        ExplainedPart out{query::to_query_text(*part), counter_.count(*part), {}};
        if (wanted_.of)
            out.score =
                score_of(compile(make_plan(*part, snapshot_), snapshot_), snapshot_, *wanted_.of);
        return out;
    }

    /// What comes to the score of an article that answers.
    std::optional<double> addition(const Xapian::Query& query, bool is_scored) const {
        if (!is_scored) return std::nullopt;
        return score_of(query, snapshot_, *wanted_.of).value_or(0);
    }

    const schema::Snapshot& snapshot_;
    const Explaining& wanted_;
    Counter counter_;
};

}  // namespace

Explanation explain(const Query& query, const schema::Snapshot& snapshot,
                    const Explaining& wanted) {
    const Plan plan = make_plan(*query.root(), snapshot);
    Explanation out;
    out.notes = query.notes();
    out.refused = plan.refused;
    if (plan.refused) return out;
    out.notes.insert(out.notes.end(), plan.notes.begin(), plan.notes.end());
    Explainer(snapshot, wanted).tell(query, plan, out);
    return out;
}

}  // namespace morgue::search
