#include <algorithm>
#include <map>
#include <set>

#include <schema/fact_term.hpp>
#include <schema/term.hpp>
#include <search/facts.hpp>
#include <search/patterns.hpp>
#include <search/place_query.hpp>
#include <search/plan.hpp>
#include <search/planning.hpp>
#include <search/query/build.hpp>
#include <search/query/limits.hpp>
#include <search/rows.hpp>
#include <search/verifier.hpp>

namespace morgue::search {

namespace {

template <class... Fns>
struct Overloaded : Fns... {
    using Fns::operator()...;
};
template <class... Fns>
Overloaded(Fns...) -> Overloaded<Fns...>;

/// The language that a question's top-level conjunction asks for, where the index has it: then
/// stems of the others can answer nothing.
const text::Language* asked_language(const query::Node& node, const schema::Snapshot& snapshot) {
    if (const auto* all = std::get_if<query::And>(&node.kind)) {
        for (const query::NodePtr& child : all->children)
            if (const text::Language* language = asked_language(*child, snapshot)) return language;
        return nullptr;
    }
    const auto* value = std::get_if<query::Value>(&node.kind);
    if (value == nullptr || value->prefix || node.field != Field::lang) return nullptr;
    const text::Language* language = text::find_language(value->text);
    const auto& present = snapshot.languages();
    const bool known = std::find(present.begin(), present.end(), language) != present.end();
    return known ? language : nullptr;
}

std::vector<const text::Language*> asked_languages(const query::Node& root,
                                                   const schema::Snapshot& snapshot) {
    if (const text::Language* language = asked_language(root, snapshot)) return {language};
    return snapshot.languages();
}

/// Walks the tree. Its depth is checked before (query::check_tree).
class Planner {
  public:
    Planner(Planning& planning, std::shared_ptr<Reading> reading)
        : planning_(planning), reading_(std::move(reading)) {}

    PlanNode plan(const query::Node& node) {
        return std::visit(
            Overloaded{
                [&](const query::Word&) { return leaf(node); },
                [&](const query::Prefix&) { return leaf(node); },
                [&](const query::Pattern&) { return leaf(node); },
                [&](const query::Phrase& phrase) {
                    if (phrase.window > 0) return verified(window_of(node, phrase));
                    if (phrase.likeness == query::Phrase::Likeness::spelled && phrase.gaps.empty())
                        return leaf(node);
                    return verified(Repeated{{words(node)}, 1});
                },
                [&](const query::Near& near) { return verified(together_of(near)); },
                [&](const query::AtLeast& many) {
                    return verified(Repeated{words_of(*many.child), many.count});
                },
                [&](const query::Value& value) {
                    return PlanNode{plan_value(planning_, node, value)};
                },
                [&](const query::DateRange& range) {
                    asks_dates_ = true;
                    return PlanNode{plan_dates(planning_, range)};
                },
                [&](const query::Undated&) {
                    asks_undated_ = true;
                    return PlanNode{Facts{{std::string(schema::undated_term)}}};
                },
                [&](const query::Gone&) {
                    return PlanNode{Facts{{std::string(schema::gone_term)}}};
                },
                [&](const query::First&) {
                    if (planning_.snapshot().states().size() > 1)
                        planning_.note("first-of-each-index",
                                       "is:first finds the first of each index by itself");
                    PlanNode repeats{Facts{{std::string(schema::repeat_term)}}};
                    return PlanNode{Except{std::make_unique<PlanNode>(std::move(repeats))}};
                },
                [&](const query::Alike& alike) {
                    return PlanNode{plan_alike(planning_, node, alike)};
                },
                [&](const query::Id& id) {
                    return PlanNode{Facts{planning_.expand(schema::id_beginning(id.digits), node)}};
                },
                [&](const query::Known& known) {
                    return PlanNode{plan_known(planning_, node, known)};
                },
                [&](const query::Has& has) {
                    return PlanNode{Facts{{schema::has_term(has.field)}}};
                },
                [&](const query::Length& length) {
                    return PlanNode{Facts{schema::length_terms(length.least, length.most)}};
                },
                [&](const query::Lead& inside) { return lead(inside); },
                [&](const query::Weighted& weighted) {
                    auto part = std::make_unique<PlanNode>(plan(*weighted.child));
                    return PlanNode{Scaled{std::move(part), weighted.weight}};
                },
                [&](const query::Everything&) { return PlanNode{Everything{}}; },
                [&](const query::And& all) { return PlanNode{All{plan_each(all.children)}}; },
                [&](const query::Or& any) { return PlanNode{Any{plan_each(any.children)}}; },
                [&](const query::Not& except) {
                    return PlanNode{Except{std::make_unique<PlanNode>(plan(*except.child))}};
                },
            },
            node.kind);
    }

    std::size_t leaves() const noexcept { return leaves_; }

    void note_undated() {
        if (!asks_dates_ || asks_undated_) return;
        const std::size_t count =
            planning_.snapshot().live_count(std::string(schema::undated_term));
        if (count == 1)
            planning_.note("undated",
                           "1 undated article was not searched by date:; date:none finds it");
        else if (count > 1)
            planning_.note("undated", std::to_string(count) +
                                          " undated articles were not searched by date:; "
                                          "date:none finds them");
    }

  private:
    PlanNode lead(const query::Lead& lead) {
        in_lead_ = true;
        PlanNode inside = plan(*lead.child);
        in_lead_ = false;
        return inside;
    }

    /// In the lead, where words stand decides.
    PlanNode leaf(const query::Node& node) {
        if (in_lead_) return verified(Repeated{{words(node)}, 1});
        Words made = words(node);
        made.leaf = leaf_of_.try_emplace(query::to_sexpr(node), made.leaf).first->second;
        return {std::move(made)};
    }

    /// Of a leaf that is a word, a beginning, a pattern or a phrase.
    Words words(const query::Node& leaf) {
        Words made = std::visit(
            Overloaded{
                [&](const query::Word& word) { return plan_word(planning_, leaf, word.text); },
                [&](const query::Prefix& prefix) {
                    return plan_prefix(planning_, leaf, prefix.text);
                },
                [&](const query::Pattern& pattern) {
                    return plan_pattern(planning_, leaf, pattern);
                },
                [&](const auto&) {
                    return plan_phrase(planning_, leaf, std::get<query::Phrase>(leaf.kind));
                },
            },
            leaf.kind);
        made.leaf = leaves_++;
        made.in_lead = in_lead_;
        return made;
    }

    /// Of an operand of Near: query::check_near_operand().
    std::vector<Words> words_of(const query::Node& operand) {
        std::vector<Words> all;
        query::for_each_leaf(operand, [&](const query::Node& leaf) { all.push_back(words(leaf)); });
        return all;
    }

    Together together_of(const query::Near& near) {
        Together together{{}, near.links, 0};
        for (const query::NodePtr& child : near.children)
            together.operands.push_back(words_of(*child));
        return together;
    }

    /// Each word of the phrase, or compound, for itself.
    Together window_of(const query::Node& leaf, const query::Phrase& phrase) {
        Together together{{}, {}, phrase.window};
        std::set<std::string_view> asked;
        for (const std::string_view part : parts_of(planning_, phrase.text)) {
            if (!asked.insert(part).second) continue;
            Words word = plan_phrase(planning_, leaf, {std::string(part), phrase.likeness});
            word.leaf = leaves_++;
            word.in_lead = in_lead_;
            together.operands.push_back({std::move(word)});
        }
        if (together.operands.size() > phrase.window + 1)
            planning_.refuse("window-too-narrow", leaf,
                             std::to_string(together.operands.size()) +
                                 " words cannot stand as near as " + std::to_string(phrase.window),
                             "write a greater number behind the ~");
        return together;
    }

    PlanNode verified(Placed how) {
        const auto placed = std::make_shared<const Placed>(std::move(how));
        const schema::Snapshot& snapshot = planning_.snapshot();
        Verified verified{placed, std::make_shared<Verifier>(placed, leaves_, reading_, snapshot)};
        if (!PlaceJudge::can_tell(*placed))
            verified.places = place_query(*placed, snapshot.database());
        return {std::move(verified)};
    }

    std::vector<PlanNode> plan_each(const std::vector<query::NodePtr>& children) {
        std::vector<PlanNode> parts;
        for (const query::NodePtr& child : children) parts.push_back(plan(*child));
        return parts;
    }

    Planning& planning_;
    std::shared_ptr<Reading> reading_;
    std::size_t leaves_ = 0;
    std::map<std::string, std::size_t> leaf_of_;  ///< what is asked for twice is looked for once
    bool in_lead_ = false;
    bool asks_dates_ = false;
    bool asks_undated_ = false;
};

}  // namespace

Plan make_plan(const query::Node& root, const schema::Snapshot& snapshot) {
    Plan plan{{Everything{}}, std::make_shared<Reading>(), 0, {}, query::check_tree(root)};
    if (plan.refused) return plan;
    Planning planning(snapshot, asked_languages(root, snapshot));
    Planner planner(planning, plan.reading);
    plan.root = planner.plan(root);
    planner.note_undated();
    plan.leaves = planner.leaves();
    plan.notes = planning.take_notes();
    plan.refused = planning.take_refusal();
    return plan;
}

}  // namespace morgue::search
