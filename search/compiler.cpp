#include <algorithm>

#include <search/compiler.hpp>
#include <search/phrase_postings.hpp>
#include <search/verifier.hpp>

namespace morgue::search {

namespace {

using Xapian::Query;

/// How much a word found as typed counts beside one found by its stem.
constexpr double as_typed_weight = 0.3;

/// How much a function word counts beside one that says what an article is about.
constexpr double function_word_weight = 0.1;

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

Query unweighted(const Query& query) {
    return {Query::OP_SCALE_WEIGHT, query, 0.0};
}

Query with_bonus(const Query& query, const Choice& as_typed) {
    const Query typed = any_term(Query::OP_SYNONYM, as_typed);
    return {Query::OP_AND_MAYBE, query, Query(Query::OP_SCALE_WEIGHT, typed, as_typed_weight)};
}

class Compiler {
  public:
    /// What a node of the plan is to the whole.
    enum class Part {
        all,         ///< it is the whole
        weighted,    ///< it and others say how much an article weighs
        unweighted,  ///< it only says whether an article answers
    };

    Compiler(const schema::Snapshot& snapshot, Part part, Unread unread = Unread::does_not_answer)
        : snapshot_(snapshot), part_(part), unread_(unread) {}

    Query operator()(const Words& words) const {
        const Query query = words_query(words);
        if (words.field) return unweighted(query);
        if (part_ == Part::unweighted) return query;
        const Query scored = words.as_typed.empty() ? query : with_bonus(query, words.as_typed);
        if (!words.function_word) return scored;
        return {Query::OP_SCALE_WEIGHT, scored, function_word_weight};
    }
    Query operator()(const Facts& facts) const {
        return unweighted(any_term(Query::OP_OR, facts.terms));
    }
    Query operator()(const Verified& asked) const {
        VerifiedPostings verified(asked.verifier, unread_,
                                  part_ == Part::all ? Asked::first : Asked::last);
        const Compiler of_words(
            snapshot_, part_ == Part::unweighted ? Part::unweighted : Part::weighted, unread_);
        std::vector<Query> parts{std::visit(of_words, *asked.placed)};
        if (asked.places) parts.push_back(*asked.places);
        parts.emplace_back(&verified);
        return {Query::OP_FILTER, parts.begin(), parts.end()};
    }
    /// Articles that hold what has to stand together.
    Query operator()(const Together& together) const {
        std::vector<Query> operands;
        for (const std::vector<Words>& operand : together.operands) {
            const std::size_t link = operands.size();
            if (link > 0 && together.window == 0 && together.links[link - 1].apart) break;
            operands.push_back(any_words(operand));
        }
        return {Query::OP_AND, operands.begin(), operands.end()};
    }
    Query operator()(const Repeated& repeated) const { return any_words(repeated.words); }
    Query operator()(const Scaled& scaled) const {
        const Query part = compile_node(*scaled.part);
        if (part_ == Part::unweighted) return part;
        return {Query::OP_SCALE_WEIGHT, part, scaled.weight};
    }
    Query operator()(const Everything&) const { return everything(); }
    Query operator()(const Except& except) const {
        return {Query::OP_AND_NOT, everything(), excluded(except)};
    }
    Query operator()(const Any& any) const {
        std::vector<Query> parts;
        for (const PlanNode& part : any.parts) parts.push_back(compile_node(part));
        return {Query::OP_OR, parts.begin(), parts.end()};
    }
    Query operator()(const All& all) const {
        std::vector<const PlanNode*> parts;
        for (const PlanNode& part : all.parts) parts.push_back(&part);
        return compile_all(parts);
    }

    Query compile_all(const std::vector<const PlanNode*>& parts) const {
        std::vector<Query> wanted;
        std::vector<Query> unwanted;
        for (const PlanNode* part : parts)
            if (const auto* except = std::get_if<Except>(&part->kind))
                unwanted.push_back(excluded(*except));
            else
                wanted.push_back(compile_node(*part));
        const Query found =
            wanted.empty() ? everything() : Query(Query::OP_AND, wanted.begin(), wanted.end());
        if (unwanted.empty()) return found;
        return {Query::OP_AND_NOT, found, Query(Query::OP_OR, unwanted.begin(), unwanted.end())};
    }

    Query compile_node(const PlanNode& node) const { return std::visit(*this, node.kind); }

  private:
    /// Terms of a choice count as one word with all their occurrences.
    Query row_query(const Row& row) const {
        if (row.choices.size() == 1) return any_term(Query::OP_SYNONYM, row.choices.front());
        std::vector<Query> steps;
        for (const Choice& choice : row.choices) {
            if (choice.empty()) return nothing();
            if (!is_gap(choice)) steps.push_back(any_term(Query::OP_OR, choice));
        }
        const Query words(Query::OP_AND, steps.begin(), steps.end());
        if (row.unplaced || steps.size() == 1) return words;
        if (PhraseJudge::can_read(row.choices)) return phrase_query(row.choices, words);
        const auto window = static_cast<Xapian::termcount>(row.choices.size());
        return {Query::OP_PHRASE, steps.begin(), steps.end(), window};
    }

    /// Beside others a phrase is looked for last of all, in what answers them.
    Query phrase_query(const std::vector<Choice>& choices, const Query& words) const {
        const auto is_plain = [](const Choice& choice) { return choice.size() == 1; };
        if (part_ == Part::all && std::ranges::all_of(choices, is_plain)) {
            PhrasePostings phrase(snapshot_, choices);
            return Query(&phrase);
        }
        PhraseFilter phrase(snapshot_, choices);
        return {Query::OP_FILTER, words, Query(&phrase)};
    }

    Query words_query(const Words& words) const {
        std::vector<Query> rows;
        for (const Row& row : words.rows) rows.push_back(row_query(row));
        return {Query::OP_OR, rows.begin(), rows.end()};
    }

    Query any_words(const std::vector<Words>& words) const {
        std::vector<Query> any;
        for (const Words& each : words) any.push_back((*this)(each));
        return {Query::OP_OR, any.begin(), any.end()};
    }

    /// What is excluded weighs nothing. Beyond that, Xapian 1.4 never sets the weights that an
    /// OP_AND_MAYBE under an OP_AND right of OP_AND_NOT compares, and then drops matches.
    Query excluded(const Except& except) const {
        const Unread opposite =
            unread_ == Unread::answers ? Unread::does_not_answer : Unread::answers;
        return Compiler(snapshot_, Part::unweighted, opposite).compile_node(*except.part);
    }

    const schema::Snapshot& snapshot_;
    Part part_;
    Unread unread_;
};

}  // namespace

Xapian::Query compile(const Plan& plan, const schema::Snapshot& snapshot) {
    const auto* words = std::get_if<Words>(&plan.root.kind);
    const bool is_all = std::holds_alternative<Verified>(plan.root.kind) ||
                        (words != nullptr && words->rows.size() == 1);
    return Compiler(snapshot, is_all ? Compiler::Part::all : Compiler::Part::weighted)
        .compile_node(plan.root);
}

Query compile_unweighted(const std::vector<const PlanNode*>& parts,
                         const schema::Snapshot& snapshot) {
    return Compiler(snapshot, Compiler::Part::unweighted).compile_all(parts);
}

}  // namespace morgue::search
