#include <search/compiler.hpp>

namespace morgue::search {

namespace {

using Xapian::Query;

/// How much a word found as typed counts beside one found by its stem.
constexpr double as_typed_weight = 0.3;

/// Xapian's Query::MatchAll is one object with a reference count that threads would race for.
Query everything() {
    return Query(std::string());
}

Query nothing() {
    return {};
}

Query any_term(Query::op op, const Choice& choice) {
    if (choice.size() == 1) return Query(choice.front());
    return {op, choice.begin(), choice.end()};
}

/// Terms of a choice count as one word with all their occurrences.
Query row_query(const Row& row) {
    if (row.choices.size() == 1) return any_term(Query::OP_SYNONYM, row.choices.front());
    std::vector<Query> steps;
    for (const Choice& choice : row.choices) {
        if (choice.empty()) return nothing();
        steps.push_back(any_term(Query::OP_OR, choice));
    }
    const auto window = static_cast<Xapian::termcount>(steps.size());
    return {Query::OP_PHRASE, steps.begin(), steps.end(), window};
}

Query unweighted(const Query& query) {
    return {Query::OP_SCALE_WEIGHT, query, 0.0};
}

Query words_query(const Words& words) {
    std::vector<Query> rows;
    for (const Row& row : words.rows) rows.push_back(row_query(row));
    const Query query(Query::OP_OR, rows.begin(), rows.end());
    if (words.field) return unweighted(query);
    if (words.as_typed.empty()) return query;
    const Query typed = any_term(Query::OP_SYNONYM, words.as_typed);
    return {Query::OP_AND_MAYBE, query, Query(Query::OP_SCALE_WEIGHT, typed, as_typed_weight)};
}

class Compiler {
  public:
    Query operator()(const Words& words) const { return words_query(words); }
    Query operator()(const Facts& facts) const {
        return unweighted(any_term(Query::OP_OR, facts.terms));
    }
    Query operator()(const Everything&) const { return everything(); }
    Query operator()(const Except& except) const {
        return {Query::OP_AND_NOT, everything(), compile_node(*except.part)};
    }
    Query operator()(const Any& any) const {
        std::vector<Query> parts;
        for (const PlanNode& part : any.parts) parts.push_back(compile_node(part));
        return {Query::OP_OR, parts.begin(), parts.end()};
    }
    Query operator()(const All& all) const {
        std::vector<Query> wanted;
        std::vector<Query> unwanted;
        for (const PlanNode& part : all.parts)
            if (const auto* except = std::get_if<Except>(&part.kind))
                unwanted.push_back(compile_node(*except->part));
            else
                wanted.push_back(compile_node(part));
        const Query found =
            wanted.empty() ? everything() : Query(Query::OP_AND, wanted.begin(), wanted.end());
        if (unwanted.empty()) return found;
        return {Query::OP_AND_NOT, found, Query(Query::OP_OR, unwanted.begin(), unwanted.end())};
    }

    Query compile_node(const PlanNode& node) const { return std::visit(*this, node.kind); }
};

}  // namespace

Xapian::Query compile(const Plan& plan) {
    return Compiler().compile_node(plan.root);
}

}  // namespace morgue::search
