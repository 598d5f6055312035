#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <morgue/query.hpp>

#include <search/query/tree.hpp>

namespace morgue::query {

/// Every way in which a text is not a query.
enum class Problem : unsigned char {
    bad_count,
    bad_date,
    bad_distance,
    bad_encoding,
    bad_fuzziness,
    bad_id,
    bad_length,
    bad_range,
    bad_regex,
    bad_tree,
    bad_weight,
    bare_wildcard,
    empty_field,
    empty_operand,
    empty_parentheses,
    empty_phrase,
    empty_query,
    misplaced_gap,
    misplaced_minus,
    near_operand,
    negated_alternative,
    nested_field,
    not_yet,
    query_too_long,
    row_too_long,
    too_deep,
    too_many_words,
    unclosed_parenthesis,
    unclosed_quote,
    unknown_field,
    unknown_fact,
    unknown_state,
    unopened_parenthesis,
};

/// Every reading that may surprise.
enum class Remark : unsigned char {
    ellipsis,
    language_name,
    lower_case_operator,
    mended,
    minus_number,
    mixed_quotes,
    near_as_distance,
    no_words,
    not_an_operator,
    path_outside,
    plus_ignored,
    precedence,
    pure_negation,
    question_mark,
    root_expander,
    unknown_field_as_text,
};

/// A code as users see it and what it means, one line.
struct Meaning {
    std::string_view code;
    std::string_view meaning;
};

/// The tables of codes, in the order of Problem and of Remark: documentation and tests are held
/// against them.
std::span<const Meaning> problem_table() noexcept;
std::span<const Meaning> remark_table() noexcept;

/// What is wrong and what to write instead.
struct Complaint {
    Problem problem;
    std::string message;
    std::string help;
    /// Of the text in question, only so many bytes are wrong.
    std::size_t bytes = std::string::npos;
};

QueryError make_error(Complaint complaint, Span span);
Note make_note(Remark remark, std::string message);

/// Notes in the order in which they first came up, each once.
class Notes {
  public:
    void add(Remark remark, std::string message);
    std::vector<Note> take() { return std::move(notes_); }

  private:
    std::vector<Note> notes_;
    std::set<std::string> messages_;
};

}  // namespace morgue::query
