#include <utility>

#include <morgue/error.hpp>
#include <morgue/query.hpp>

#include <schema/field.hpp>
#include <search/query/build.hpp>
#include <search/query/chars.hpp>
#include <search/query/dates.hpp>
#include <search/query/field_name.hpp>
#include <search/query/json_tree.hpp>
#include <search/query/lenient.hpp>
#include <search/query/limits.hpp>
#include <search/query/messages.hpp>
#include <search/query/parser.hpp>
#include <search/query/sentence.hpp>

namespace morgue {

namespace {

using query::NodePtr;

[[noreturn]] void refuse(const std::string& message, const std::string& help) {
    throw Error(ErrorCode::bad_argument, message, {}, help);
}

void require(const std::optional<QueryError>& error) {
    if (error) refuse(error->message, error->help);
}

NodePtr checked(NodePtr root) {
    require(query::check_tree(*root));
    return root;
}

/// A tree that the query language can say.
NodePtr said(NodePtr root) {
    if (!query::can_be_said(*root))
        refuse("no query says: " + query::to_query_text(*root),
               "parts and numbers are as docs/QUERY-SYNTAX.md has them");
    return root;
}

std::vector<NodePtr> roots(const std::vector<Query>& parts) {
    std::vector<NodePtr> nodes;
    for (const Query& part : parts) nodes.push_back(query::without_spans(*part.root()));
    return nodes;
}

std::vector<Note> notes_of(const std::vector<Query>& parts) {
    std::vector<Note> notes;
    for (const Query& part : parts)
        notes.insert(notes.end(), part.notes().begin(), part.notes().end());
    return notes;
}

Note no_words(std::string_view text) {
    return query::make_note(query::Remark::no_words,
                            "'" + query::shown(text) + "' has no letters or digits");
}

NodePtr words_node(std::string_view text, std::vector<Note>& notes) {
    std::vector<NodePtr> words;
    for (const std::string_view word : query::split_words(text)) {
        if (query::has_word(word))
            words.push_back(query::make_leaf(query::Word{std::string(word)}));
        else
            notes.push_back(no_words(word));
    }
    return words.empty() ? query::make_nothing() : query::make_and(std::move(words));
}

NodePtr phrase_node(std::string_view text, std::optional<Field> field, std::vector<Note>& notes) {
    if (query::has_word(text)) return query::make_leaf(query::Phrase{std::string(text)}, field);
    notes.push_back(no_words(text));
    return query::make_nothing();
}

NodePtr date_node(std::string_view value) {
    const auto days = query::read_days(value);
    if (const auto* wrong = std::get_if<query::Complaint>(&days))
        refuse(wrong->message, wrong->help);
    return query::make_leaf(std::get<query::DateRange>(days), Field::date);
}

NodePtr value_node(std::string_view value, Field field) {
    if (query::is_blank(value)) refuse("an empty value cannot be searched", "give a value");
    return query::make_leaf(query::Value{std::string(value)}, field);
}

NodePtr field_node(Field field, std::string_view value, std::vector<Note>& notes) {
    const schema::FieldSpec& spec = schema::spec(field);
    if (!spec.shown.searchable)
        refuse("the field '" + std::string(spec.shown.name) + "' cannot be searched",
               "search one of " + query::all_field_names());
    switch (spec.kind) {
        case schema::FieldKind::text:
            return phrase_node(value, field, notes);
        case schema::FieldKind::date:
            return date_node(value);
        default:
            return value_node(value, field);
    }
}

}  // namespace

Query::Query(std::shared_ptr<const query::Node> root, std::vector<Note> notes)
    : root_(std::move(root)), notes_(std::move(notes)) {}

std::variant<Query, QueryError> Query::parse(std::string_view text) {
    auto parsed = query::parse(text);
    if (auto* error = std::get_if<QueryError>(&parsed)) return std::move(*error);
    auto& read = std::get<query::Parsed>(parsed);
    return Query(std::move(read.root), std::move(read.notes));
}

std::variant<Query, QueryError> Query::parse_leniently(std::string_view text) {
    auto parsed = query::parse_leniently(text);
    if (auto* error = std::get_if<QueryError>(&parsed)) return std::move(*error);
    auto& read = std::get<query::Parsed>(parsed);
    return Query(std::move(read.root), std::move(read.notes));
}

std::variant<Query, QueryError> Query::parse_json(std::string_view text) {
    auto parsed = query::parse_json_tree(text);
    if (auto* error = std::get_if<QueryError>(&parsed)) return std::move(*error);
    return Query(std::get<NodePtr>(std::move(parsed)), {});
}

Query Query::words(std::string_view text) {
    require(query::check_text(text));
    std::vector<Note> notes;
    NodePtr root = words_node(text, notes);
    return {checked(std::move(root)), std::move(notes)};
}

Query Query::any_words(std::string_view text) {
    require(query::check_text(text));
    std::vector<Note> notes;
    if (!query::has_word(text)) notes.push_back(no_words(text));
    return {checked(query::any_word_of(text)), std::move(notes)};
}

Query Query::phrase(std::string_view text) {
    require(query::check_text(text));
    std::vector<Note> notes;
    NodePtr root = phrase_node(text, std::nullopt, notes);
    return {checked(std::move(root)), std::move(notes)};
}

Query Query::beginning(std::string_view text) {
    require(query::check_text(text));
    return {checked(said(query::make_leaf(query::Prefix{std::string(text)}))), {}};
}

Query Query::window(std::string_view text, unsigned words) {
    require(query::check_text(text));
    query::Phrase phrase{std::string(text)};
    phrase.window = words;
    return {checked(said(query::make_leaf(std::move(phrase)))), {}};
}

Query Query::near(std::vector<Query> parts, unsigned words, bool in_order) {
    if (parts.empty()) refuse("nothing stands near nothing", "give two parts or more");
    const query::Link link{.words = words, .in_order = in_order};
    return {checked(said(query::make_near(roots(parts), std::vector(parts.size() - 1, link)))),
            notes_of(parts)};
}

Query Query::at_least(unsigned times, const Query& part) {
    return {checked(said(query::make_at_least(times, query::without_spans(*part.root())))),
            part.notes()};
}

Query Query::lead(const Query& part) {
    return {checked(said(query::make_lead(query::without_spans(*part.root())))), part.notes()};
}

Query Query::weighted(const Query& part, double weight) {
    return {checked(said(query::make_weighted(query::without_spans(*part.root()), weight))),
            part.notes()};
}

Query Query::all_of(std::vector<Query> parts) {
    return {checked(query::make_and(roots(parts))), notes_of(parts)};
}

Query Query::any_of(std::vector<Query> parts) {
    return {checked(query::make_or(roots(parts))), notes_of(parts)};
}

Query Query::none_of(std::vector<Query> parts) {
    std::vector<NodePtr> left_out;
    for (const NodePtr& root : roots(parts)) left_out.push_back(query::make_not(root));
    return {checked(query::make_and(std::move(left_out))), notes_of(parts)};
}

Query Query::field(Field field, std::string_view value) {
    require(query::check_text(value));
    std::vector<Note> notes;
    NodePtr root = field_node(field, value, notes);
    return {checked(std::move(root)), std::move(notes)};
}

std::string Query::to_json() const {
    return query::to_json(*root_);
}

std::string Query::tree() const {
    return query::to_sexpr(*root_);
}

std::string Query::to_string() const {
    return query::to_query_text(*root_);
}

std::string Query::reading() const {
    return query::to_query_text(*root_, query::Conjunctions::written);
}

}  // namespace morgue
