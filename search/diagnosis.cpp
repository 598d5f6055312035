#include <algorithm>
#include <numeric>
#include <utility>

#include <schema/term.hpp>
#include <search/alternatives.hpp>
#include <search/compiler.hpp>
#include <search/counting.hpp>
#include <search/diagnosis.hpp>
#include <search/exact_count.hpp>
#include <search/plan.hpp>
#include <search/query/build.hpp>

namespace morgue::search {

namespace {

using query::Node;
using query::NodePtr;
using Places = std::vector<std::size_t>;

std::vector<NodePtr> operands_of(const NodePtr& root) {
    const auto* all = std::get_if<query::And>(&root->kind);
    return all == nullptr ? std::vector{root} : all->children;
}

bool is_filter(const Node& node) {
    bool all = true;
    query::for_each_leaf(node, [&](const Node& leaf) { all = all && leaf.field.has_value(); });
    return all;
}

bool leaves_out(const Node& node) {
    return std::holds_alternative<query::Not>(node.kind);
}

bool asks_for_dates(const Node& node) {
    return std::holds_alternative<query::DateRange>(node.kind);
}

/// Leaves that the node may be answered by, not those that it leaves out.
template <typename Visit>
void for_each_wanted_leaf(const Node& node, const Visit& visit) {
    const auto all = [&](const std::vector<NodePtr>& children) {
        for (const NodePtr& child : children) for_each_wanted_leaf(*child, visit);
    };
    if (const auto* both = std::get_if<query::And>(&node.kind))
        all(both->children);
    else if (const auto* any = std::get_if<query::Or>(&node.kind))
        all(any->children);
    else if (!leaves_out(node))
        visit(node);
}

Xapian::Query one_point_each(const std::vector<Xapian::Query>& parts) {
    Xapian::FixedWeightPostingSource point(1);
    std::vector<Xapian::Query> scored;
    for (const Xapian::Query& part : parts)
        scored.emplace_back(Xapian::Query::OP_FILTER, Xapian::Query(&point), part);
    return {Xapian::Query::OP_OR, scored.begin(), scored.end()};
}

class Diagnostician {
  public:
    Diagnostician(const NodePtr& root, const schema::Snapshot& snapshot)
        : counter_(snapshot), root_(root), operands_(operands_of(root)) {}

    Diagnosis run() {
        tell_index();
        tell_parts();
        tell_together();
        tell_alternatives();
        return std::move(diagnosis_);
    }

  private:
    void tell_index();
    void tell_parts();
    void tell_together();
    void tell_without(std::size_t place);
    void tell_alternatives();

    std::vector<QueryPart>& parts() { return diagnosis_.parts; }
    Places all_but(std::size_t part) const;
    NodePtr question_of(const Places& places) const;
    bool may_be_to_blame(std::size_t place) const;
    std::size_t best_to_leave_out() const;
    Places most_answered_at_once() const;

    Counter counter_;
    NodePtr root_;
    std::vector<NodePtr> operands_;
    Diagnosis diagnosis_;
};

void Diagnostician::tell_index() {
    diagnosis_.articles = counter_.snapshot().live_count();
    if (std::none_of(operands_.begin(), operands_.end(),
                     [](const NodePtr& operand) { return asks_for_dates(*operand); }))
        return;
    const Node everything{query::Everything{}, std::nullopt, {}};
    const Count held =
        count_with_dates(make_plan(everything, counter_.snapshot()), counter_.snapshot());
    diagnosis_.first_date = held.first_date;
    diagnosis_.last_date = held.last_date;
}

void Diagnostician::tell_parts() {
    for (const NodePtr& operand : operands_) {
        QueryPart part;
        part.text = query::to_query_text(*operand);
        part.in_query = {operand->span.begin, operand->span.end};
        part.is_filter = is_filter(*operand);
        part.articles = counter_.count(*operand);
        parts().push_back(std::move(part));
    }
}

Places Diagnostician::all_but(std::size_t part) const {
    Places places;
    for (std::size_t place = 0; place < operands_.size(); ++place)
        if (place != part) places.push_back(place);
    return places;
}

NodePtr Diagnostician::question_of(const Places& places) const {
    std::vector<NodePtr> kept;
    for (const std::size_t place : places) kept.push_back(operands_[place]);
    return query::make_and(std::move(kept));
}

/// Planned anew, since a part may change how others are read: lang:fr asks for French stems alone.
void Diagnostician::tell_without(std::size_t place) {
    QueryPart& part = parts()[place];
    const NodePtr others = question_of(all_but(place));
    part.without_it = counter_.count(*others);
    if (part.without_it == 0) return;
    if (!query::only_leaves_out(*others)) part.others = query::to_query_text(*others);
    if (!asks_for_dates(*operands_[place])) return;
    const NodePtr undated = query::make_leaf(query::Undated{}, Field::date);
    part.undated = counter_.count(*query::make_and({others, undated}));
}

/// A filter rather than words, what is left out rather than what is asked for.
std::size_t Diagnostician::best_to_leave_out() const {
    const auto key = [&](std::size_t place) {
        const QueryPart& part = diagnosis_.parts[place];
        return std::tuple(part.without_it > 0, part.is_filter, leaves_out(*operands_[place]),
                          part.without_it);
    };
    Places places(operands_.size());
    std::iota(places.begin(), places.end(), 0);
    return *std::max_element(places.begin(), places.end(),
                             [&](auto left, auto right) { return key(left) < key(right); });
}

/// Those of the article that answers the most parts.
Places Diagnostician::most_answered_at_once() const {
    const schema::Snapshot& snapshot = counter_.snapshot();
    Places places;
    std::vector<Xapian::Query> queries;
    for (std::size_t place = 0; place < operands_.size(); ++place) {
        const Plan plan = make_plan(*operands_[place], snapshot);
        if (diagnosis_.parts[place].articles == 0 || plan.refused) continue;
        places.push_back(place);
        queries.push_back(compile_unweighted({&plan.root}, snapshot));
    }
    if (places.empty()) return {};
    Xapian::Enquire enquire(snapshot.database());
    enquire.set_query(snapshot.live(one_point_each(queries)));
    const Xapian::MSet best = enquire.get_mset(0, 1);
    if (best.empty()) return {};
    const Xapian::Query this_one(schema::id_term(snapshot.stored(*best.begin()).indexed.id));
    Places answered;
    for (std::size_t number = 0; number < places.size(); ++number)
        if (counter_.count({Xapian::Query::OP_FILTER, queries[number], this_one}) > 0)
            answered.push_back(places[number]);
    return answered;
}

void Diagnostician::tell_together() {
    if (operands_.size() < 2) return;
    diagnosis_.together = most_answered_at_once();
    // Only where one article answers all parts but one may one alone be to blame.
    if (diagnosis_.together.size() + 1 == operands_.size()) {
        for (std::size_t place = 0; place < operands_.size(); ++place)
            if (may_be_to_blame(place)) tell_without(place);
        diagnosis_.together = all_but(best_to_leave_out());
    }
    const NodePtr question = question_of(diagnosis_.together);
    if (query::only_leaves_out(*question)) diagnosis_.together.clear();
    if (diagnosis_.together.empty()) return;
    diagnosis_.instead = {query::to_query_text(*question), counter_.count(*question)};
}

/// Whether no other part is empty.
bool Diagnostician::may_be_to_blame(std::size_t place) const {
    for (const std::size_t other : all_but(place))
        if (diagnosis_.parts[other].articles == 0) return false;
    return true;
}

void Diagnostician::tell_alternatives() {
    Alternatives alternatives(counter_, root_);
    std::vector<MissingLeaf> missing;
    for (std::size_t place = 0; place < parts().size(); ++place)
        if (parts()[place].articles == 0)
            for_each_wanted_leaf(*operands_[place], [&](const Node& leaf) {
                if (counter_.count(leaf) == 0) missing.push_back({&leaf, place});
            });
    alternatives.tell(missing, parts());
    diagnosis_.respelled = alternatives.respelled();
    alternatives.tell_joined(operands_, parts());
}

}  // namespace

Diagnosis diagnose(const NodePtr& root, const schema::Snapshot& snapshot) {
    return Diagnostician(root, snapshot).run();
}

}  // namespace morgue::search
