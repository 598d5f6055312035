#include <algorithm>
#include <set>
#include <vector>

#include <schema/term.hpp>
#include <schema/words_of_stem.hpp>
#include <search/place_query.hpp>
#include <search/shared_place.hpp>

namespace morgue::search {

namespace {

using Xapian::Query;

/// To look for more words than these at each place takes longer than it spares.
constexpr std::size_t most_terms = 60;

/// Terms with positions that all places of a choice have one of.
using Terms = std::set<std::string>;

void add_choice(Terms& terms, const Choice& choice, std::optional<Field> field,
                const Xapian::Database& all) {
    for (const std::string& term : choice) {
        if (!schema::is_stem_term(term)) {
            terms.insert(term);
            continue;
        }
        for (std::string& word : schema::words_of_stem(all, term, field).placed)
            terms.insert(std::move(word));
    }
}

Query any_of(const Terms& terms) {
    return {Query::OP_OR, terms.begin(), terms.end()};
}

/// How the rows of an operand begin, and how many words more the longest has.
struct Beginnings {
    Terms terms;
    std::vector<WordAtPlace> words;  ///< the same
    std::size_t more = 0;
    bool are_known = true;
};

Beginnings beginnings_of(const std::vector<Words>& operand, const Xapian::Database& all) {
    Beginnings found;
    for (const Words& words : operand)
        for (const Row& row : words.rows) {
            if (row.choices.empty()) continue;
            add_choice(found.terms, row.choices.front(), words.field, all);
            found.more = std::max(found.more, row.choices.size() - (row.reaches_next ? 0 : 1));
            found.are_known &= !is_gap(row.choices.front()) && found.terms.size() <= most_terms;
        }
    if (found.are_known)
        for (const std::string& term : found.terms) found.words.emplace_back(term);
    return found;
}

bool may_share_place(const Beginnings& one, const Beginnings& other) {
    return std::ranges::any_of(one.words, [&](const WordAtPlace& word) {
        return std::ranges::any_of(
            other.words, [&](const WordAtPlace& another) { return word.may_share_place(another); });
    });
}

Query stand_within(Query::op op, const Beginnings& one, const Beginnings& other,
                   std::size_t distance) {
    const Query steps[] = {any_of(one.terms), any_of(other.terms)};
    return {op, std::begin(steps), std::end(steps), static_cast<Xapian::termcount>(distance + 1)};
}

/// OP_NEAR passes over some words that stand at the place of others; OP_PHRASE never does, and is
/// slower.
Query stand_near(const Beginnings& one, const Beginnings& other, std::size_t distance) {
    if (!may_share_place(one, other)) return stand_within(Query::OP_NEAR, one, other, distance);
    return {Query::OP_OR, stand_within(Query::OP_PHRASE, one, other, distance),
            stand_within(Query::OP_PHRASE, other, one, distance)};
}

/// In a window words may be the same; so it is looked for only where they cannot be.
std::vector<Query> in_window(const std::vector<Beginnings>& operands, std::size_t window) {
    std::vector<Query> queries;
    for (std::size_t number = 1; number < operands.size(); ++number)
        if (operands[number - 1].are_known && operands[number].are_known &&
            !may_share_place(operands[number - 1], operands[number]))
            queries.push_back(
                stand_within(Query::OP_NEAR, operands[number - 1], operands[number], window));
    return queries;
}

std::vector<Query> in_row(const std::vector<Beginnings>& operands,
                          const std::vector<query::Link>& links) {
    std::vector<Query> queries;
    for (std::size_t number = 0; number < links.size() && !links[number].apart; ++number) {
        const Beginnings& one = operands[number];
        const Beginnings& other = operands[number + 1];
        const bool in_words = links[number].within == query::Link::Within::words;
        if (!in_words || !one.are_known || !other.are_known) continue;
        const std::size_t distance = links[number].words + std::max(one.more, other.more);
        queries.push_back(links[number].in_order
                              ? stand_within(Query::OP_PHRASE, one, other, distance)
                              : stand_near(one, other, distance));
    }
    return queries;
}

std::vector<Query> queries_of(const Together& together, const Xapian::Database& all) {
    std::vector<Beginnings> operands;
    for (const std::vector<Words>& operand : together.operands)
        operands.push_back(beginnings_of(operand, all));
    return together.window > 0 ? in_window(operands, together.window)
                               : in_row(operands, together.links);
}

/// The steps of a row one behind the other, or nothing.
std::optional<Query> query_of(const Row& row, std::optional<Field> field,
                              const Xapian::Database& all) {
    std::vector<Query> steps;
    for (const Choice& choice : row.choices) {
        if (is_gap(choice)) continue;
        Terms terms;
        add_choice(terms, choice, field, all);
        if (terms.size() > most_terms) return std::nullopt;
        steps.push_back(any_of(terms));
    }
    if (steps.size() < 2) return std::nullopt;
    return Query(Query::OP_PHRASE, steps.begin(), steps.end(),
                 static_cast<Xapian::termcount>(row.choices.size()));
}

/// Of rows whose steps all have positions Xapian is asked so already.
std::vector<Query> queries_of(const Repeated& repeated, const Xapian::Database& all) {
    std::vector<Query> rows;
    bool unplaced = false;
    for (const Words& words : repeated.words)
        for (const Row& row : words.rows) {
            const auto query = query_of(row, words.field, all);
            if (!query) return {};
            rows.push_back(*query);
            unplaced |= row.unplaced;
        }
    if (!unplaced) return {};
    return {Query(Query::OP_OR, rows.begin(), rows.end())};
}

}  // namespace

std::optional<Query> place_query(const Placed& placed, const Xapian::Database& all) {
    std::vector<Query> queries =
        std::visit([&](const auto& how) { return queries_of(how, all); }, placed);
    if (queries.empty()) return std::nullopt;
    // Positions are looked at last of all that stands beside them in a conjunction: what is scaled
    // is one of its own, of which nothing else is asked before.
    for (Query& query : queries) query = Query(Query::OP_SCALE_WEIGHT, query, 0.0);
    return Query(Query::OP_AND, queries.begin(), queries.end());
}

}  // namespace morgue::search
