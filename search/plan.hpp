#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <morgue/fields.hpp>
#include <morgue/query.hpp>

#include <schema/snapshot.hpp>
#include <search/query/tree.hpp>
#include <search/reading.hpp>

namespace morgue::search {

/// Any of these terms, at one position. The empty term stands for any word at all.
using Choice = std::vector<std::string>;
inline bool is_gap(const Choice& choice) {
    return choice.size() == 1 && choice.front().empty();
}

/// Words side by side: one choice a position.
struct Row {
    std::vector<Choice> choices;
    /// The last term is a character together with the next one, and what is lit ends with that.
    bool reaches_next = false;
    /// Some terms are stems, which have no positions: where they stand is verified.
    bool unplaced = false;
};

/// Words asked for. An article answers with any of the rows.
struct Words {
    std::vector<Row> rows;
    /// The words as typed, where the rows hold their stems too: an article with them ranks higher.
    Choice as_typed;
    bool function_word = false;  ///< of a language asked in: it hardly counts
    std::optional<Field> field;  ///< none: title and body
    /// Where capitals and accents count: the words of the row as written.
    std::vector<std::string> exact = {};
    bool in_lead = false;  ///< only those in the first words of the body count
    std::size_t leaf = 0;  ///< counts the Words of a plan from 0
};

/// Something known of the article beside its words: any of these terms. No weight, lights nothing.
struct Facts {
    std::vector<std::string> terms;
};

/// Words that stand near each other (query::Near), or all within a window. An operand is any of
/// its Words.
struct Together {
    std::vector<std::vector<Words>> operands;
    std::vector<query::Link> links;  ///< one fewer; none where there is a window
    std::size_t window = 0;          ///< from the first word to the last, in any order
};

/// So many occurrences of any of these words.
struct Repeated {
    std::vector<Words> words;
    std::size_t count = 1;
};

/// What terms alone do not tell: where words stand.
using Placed = std::variant<Together, Repeated>;

template <typename Visit>
void for_each_words(const Placed& placed, const Visit& visit) {
    if (const auto* together = std::get_if<Together>(&placed))
        for (const std::vector<Words>& operand : together->operands)
            std::for_each(operand.begin(), operand.end(), visit);
    if (const auto* repeated = std::get_if<Repeated>(&placed))
        std::for_each(repeated->words.begin(), repeated->words.end(), visit);
}

class Verifier;

/// Words that stand so, and who looks at the articles that terms and places let through.
struct Verified {
    std::shared_ptr<const Placed> placed;
    std::shared_ptr<Verifier> verifier;
    std::optional<Xapian::Query> places = {};  ///< place_query()
};

struct Everything {};

struct PlanNode;

struct All {
    std::vector<PlanNode> parts;
};

struct Any {
    std::vector<PlanNode> parts;
};

/// Every article that does not answer the part.
struct Except {
    std::unique_ptr<PlanNode> part;
};

/// Counts for so many times as much in the order of what answers.
struct Scaled {
    std::unique_ptr<PlanNode> part;
    double weight = 1;
};

struct PlanNode {
    std::variant<Words, Facts, Verified, Everything, All, Any, Except, Scaled> kind;
};

/// A question in the terms of one snapshot, wildcards written out. Both the Xapian query and the
/// lit words are made of it, so that the two cannot disagree.
struct Plan {
    PlanNode root;
    std::shared_ptr<Reading> reading;  ///< of the articles that have to be read to be sure
    std::size_t leaves = 0;
    std::vector<Note> notes;
    std::optional<QueryError> refused;  ///< set: the rest means nothing
};

/// Throws Xapian's exceptions: call behind schema::guarded().
Plan make_plan(const query::Node& root, const schema::Snapshot& snapshot);

}  // namespace morgue::search
