#include <array>
#include <utility>

#include <search/query/messages.hpp>

namespace morgue::query {

namespace {

struct ProblemRow {
    Problem problem;
    Meaning shown;
};

struct RemarkRow {
    Remark remark;
    Meaning shown;
};

constexpr std::array<ProblemRow, 33> problems{{
    {Problem::bad_count, {"bad-count", "the number behind ATLEAST is not one from 1 to 255"}},
    {Problem::bad_date, {"bad-date", "the text after date:, after: or before: is no date"}},
    {Problem::bad_distance,
     {"bad-distance", "the distance of words near each other is not a number from 1 to 255"}},
    {Problem::bad_encoding, {"bad-encoding", "the query is not UTF-8, or holds a zero byte"}},
    {Problem::bad_fuzziness, {"bad-fuzziness", "behind a word and ~ stands neither 1 nor 2"}},
    {Problem::bad_id, {"bad-id", "the text after dup: or id: is no article's id"}},
    {Problem::bad_length, {"bad-length", "the text after words: is no number of words"}},
    {Problem::bad_range, {"bad-range", "a range of dates ends before it begins, or is no range"}},
    {Problem::bad_regex, {"bad-regex", "the text between slashes is no regular expression"}},
    {Problem::bad_tree, {"bad-tree", "the JSON is no tree that a query can have"}},
    {Problem::bad_weight, {"bad-weight", "the number behind a ^ is not one from 0.01 to 100"}},
    {Problem::bare_wildcard,
     {"bare-wildcard", "wildcards stand for a whole word, without a letter or digit"}},
    {Problem::empty_field, {"empty-field", "nothing stands after a field's colon"}},
    {Problem::empty_operand, {"empty-operand", "nothing stands beside OR, AND, NOT, - or +"}},
    {Problem::empty_parentheses, {"empty-parentheses", "nothing stands between parentheses"}},
    {Problem::empty_phrase, {"empty-phrase", "no word stands between quotes"}},
    {Problem::empty_query, {"empty-query", "there is nothing to search for"}},
    {Problem::misplaced_gap, {"misplaced-gap", "a star stands where a phrase can have none"}},
    {Problem::misplaced_minus, {"misplaced-minus", "a minus stands after a field's colon"}},
    {Problem::near_operand,
     {"near-operand", "what stands beside W/n or inside ATLEASTn is neither words nor their OR"}},
    {Problem::negated_alternative,
     {"negated-alternative",
      "one side of OR only leaves out, and so would find nearly everything"}},
    {Problem::nested_field, {"nested-field", "a field stands inside another field's parentheses"}},
    {Problem::not_yet, {"not-yet", "reserved for a later version of Morgue"}},
    {Problem::query_too_long, {"query-too-long", "the query is over 16 KiB"}},
    {Problem::row_too_long,
     {"row-too-long", "over 32 words or phrases are asked for near each other"}},
    {Problem::too_deep, {"too-deep", "parentheses stand over 32 deep"}},
    {Problem::too_many_words, {"too-many-words", "the query has over 512 words"}},
    {Problem::unclosed_parenthesis, {"unclosed-parenthesis", "a parenthesis is never closed"}},
    {Problem::unclosed_quote, {"unclosed-quote", "a quote is never closed"}},
    {Problem::unknown_field, {"unknown-field", "a name before a colon is almost a field's name"}},
    {Problem::unknown_fact,
     {"unknown-fact", "the name after has: is not one of what articles state"}},
    {Problem::unknown_state, {"unknown-state", "the text after is: is no state of an article"}},
    {Problem::unopened_parenthesis, {"unopened-parenthesis", "a parenthesis was never opened"}},
}};

constexpr std::array<RemarkRow, 16> remarks{{
    {Remark::ellipsis, {"ellipsis", "an ellipsis between quotes was read as a gap"}},
    {Remark::language_name, {"language-name", "the name of a language was read as its code"}},
    {Remark::lower_case_operator,
     {"lower-case-operator", "or, and, not in lower case are searched as words"}},
    {Remark::mended, {"mended", "a slip was read as if it were mended: --lenient"}},
    {Remark::minus_number, {"minus-number", "a minus before a number leaves the number out"}},
    {Remark::mixed_quotes, {"mixed-quotes", "a curly quote was closed by a straight one"}},
    {Remark::near_as_distance,
     {"near-as-distance", "NEAR, or a plus and a number, was read as a distance"}},
    {Remark::no_words, {"no-words", "a text without letters and digits was left out"}},
    {Remark::not_an_operator, {"not-an-operator", "a sign before a word was read as punctuation"}},
    {Remark::path_outside,
     {"path-outside", "a path begins with / or . and so can be no article's"}},
    {Remark::plus_ignored, {"plus-ignored", "a plus has no effect, every word is required"}},
    {Remark::precedence, {"precedence", "OR stands beside other words without parentheses"}},
    {Remark::pure_negation, {"pure-negation", "the query only leaves out"}},
    {Remark::question_mark, {"question-mark", "a question mark was read as punctuation"}},
    {Remark::root_expander, {"root-expander", "a ! behind a word was read as a star"}},
    {Remark::unknown_field_as_text,
     {"unknown-field-as-text", "the name before a colon is no field, and was searched as text"}},
}};

template <typename Rows, typename Key>
consteval bool in_order(const Rows& rows, Key Rows::value_type::*key) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].*key) != i) return false;
    return true;
}

static_assert(in_order(problems, &ProblemRow::problem), "rows stand in the order of Problem");
static_assert(in_order(remarks, &RemarkRow::remark), "rows stand in the order of Remark");

template <typename Rows>
consteval auto shown_rows(const Rows& rows) {
    std::array<Meaning, std::tuple_size_v<Rows>> shown{};
    for (std::size_t i = 0; i < rows.size(); ++i) shown[i] = rows[i].shown;
    return shown;
}

constexpr auto problem_rows = shown_rows(problems);
constexpr auto remark_rows = shown_rows(remarks);

}  // namespace

std::span<const Meaning> problem_table() noexcept {
    return problem_rows;
}

std::span<const Meaning> remark_table() noexcept {
    return remark_rows;
}

QueryError make_error(Complaint complaint, Span span) {
    const Meaning& row = problem_rows[static_cast<std::size_t>(complaint.problem)];
    return {std::string(row.code), span.begin, span.end, std::move(complaint.message),
            std::move(complaint.help)};
}

Note make_note(Remark remark, std::string message) {
    return {std::string(remark_rows[static_cast<std::size_t>(remark)].code), std::move(message)};
}

void Notes::add(Remark remark, std::string message) {
    if (messages_.insert(message).second) notes_.push_back(make_note(remark, std::move(message)));
}

}  // namespace morgue::query
