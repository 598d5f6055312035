#include <algorithm>
#include <string>
#include <utility>

#include <search/query/build.hpp>
#include <search/query/descent.hpp>
#include <search/query/lexer.hpp>
#include <search/query/limits.hpp>
#include <search/query/messages.hpp>
#include <search/query/parser.hpp>
#include <search/query/proximity.hpp>
#include <search/query/sift.hpp>

namespace morgue::query {

NodePtr Parser::fail(Complaint complaint, Span span) {
    span.end = span.begin + std::min(span.end - span.begin, complaint.bytes);
    if (!error_) error_ = make_error(std::move(complaint), span);
    return nullptr;
}

std::string Parser::written_as(Span span) const {
    return std::string(text_.substr(span.begin, span.end - span.begin));
}

std::variant<NodePtr, QueryError> Parser::run() {
    if (at(TokenKind::end))
        fail({Problem::empty_query, "there is nothing to search for",
              "write a word, or * for every article"},
             {0, text_.size()});
    NodePtr root = error_ ? nullptr : query();
    if (root && at(TokenKind::close))
        fail({Problem::unopened_parenthesis, "this parenthesis was never opened",
              "leave it out, or open it before"},
             peek().span);
    if (error_) return *error_;
    note_reading(*root);
    return root;
}

void Parser::note_reading(const Node& root) {
    if (mixed_)
        notes_.add(Remark::precedence, "read as: " + to_query_text(root, Conjunctions::written));
    if (only_leaves_out(root))
        notes_.add(Remark::pure_negation, "this finds every article but those left out");
}

NodePtr Parser::query() {
    std::vector<NodePtr> clauses;
    bool alternatives = false;
    do {
        NodePtr next = clause();
        if (!next) return nullptr;
        clauses.push_back(std::move(next));
        alternatives = alternatives || alternatives_;
    } while (!at(TokenKind::close) && !at(TokenKind::end));
    mixed_ = mixed_ || (clauses.size() > 1 && alternatives) || word_beside_near(clauses);
    return make_and(std::move(clauses));
}

NodePtr Parser::clause() {
    std::vector<NodePtr> sides;
    bool joined = false;
    do {
        if (!sides.empty()) take();
        NodePtr next = conjunction();
        if (!next) return nullptr;
        sides.push_back(std::move(next));
        joined = joined || joined_;
    } while (at(TokenKind::any));
    alternatives_ = sides.size() > 1;
    mixed_ = mixed_ || (alternatives_ && joined);
    return check_sides(sides) ? make_or(std::move(sides)) : nullptr;
}

bool Parser::check_sides(const std::vector<NodePtr>& sides) {
    if (sides.size() < 2) return true;
    for (const NodePtr& side : sides) {
        if (!only_leaves_out(*side)) continue;
        fail({Problem::negated_alternative,
              "an alternative that only leaves out would find nearly everything",
              "write (a -b) OR c, or a -b c; if it is meant, (* -b) OR c"},
             side->span);
        return false;
    }
    return true;
}

NodePtr Parser::conjunction() {
    std::vector<NodePtr> parts;
    do {
        if (at(TokenKind::all) && !parts.empty()) take();
        NodePtr next = unary();
        if (!next) return nullptr;
        parts.push_back(std::move(next));
    } while (at(TokenKind::all) || (at(TokenKind::without) && !at_near()));
    joined_ = parts.size() > 1;
    return make_and(std::move(parts));
}

NodePtr Parser::unary() {
    bool leaves_out = false;
    while (is_sign(peek().kind)) {
        note_sign(peek());
        leaves_out = leaves_out != (take().kind != TokenKind::plus);
    }
    NodePtr operand = near();
    return operand && leaves_out ? make_not(std::move(operand)) : operand;
}

bool Parser::at_near() const {
    return at(TokenKind::near) ||
           (at(TokenKind::without) && tokens_[at_ + 1].kind == TokenKind::near);
}

/// None where it is none, or may not stand behind those before it. `sign` becomes it as typed.
std::optional<Link> Parser::take_link(const std::vector<Link>& before, std::string& sign) {
    const std::size_t begin = peek().span.begin;
    const bool apart = at(TokenKind::without);
    if (apart) take();
    const Token& token = take();
    const Span span{begin, token.span.end};
    sign = written_as(span);
    Link link = token.link.value();
    link.apart = apart;
    if (auto wrong = check_link(link, before, sign)) {
        fail(*std::move(wrong), span);
        return std::nullopt;
    }
    return link;
}

bool Parser::check_operand(const Node& operand, std::optional<Field> field,
                           const std::string& sign) {
    auto wrong = check_near_operand(operand, field, sign);
    if (wrong) fail(*std::move(wrong), operand.span);
    return !wrong;
}

NodePtr Parser::near() {
    std::vector<NodePtr> operands{primary()};
    std::vector<Link> links;
    std::string sign;
    if (!operands.front()) return nullptr;
    const std::optional<Field> field = field_of(*operands.front());
    while (at_near()) {
        const auto link = take_link(links, sign);
        if (!link || !check_operand(*operands.back(), field, sign)) return nullptr;
        NodePtr next = primary();
        if (!next || !check_operand(*next, field, sign)) return nullptr;
        operands.push_back(std::move(next));
        links.push_back(*link);
    }
    return make_near(std::move(operands), std::move(links));
}

void Parser::note_sign(const Token& sign) {
    if (sign.kind == TokenKind::plus)
        notes_.add(Remark::plus_ignored, "'+' has no effect: every word is required");
    const Token& next = tokens_[at_ + 1];
    const bool number =
        next.kind == TokenKind::chunk && next.text.front() >= '0' && next.text.front() <= '9';
    if (sign.kind == TokenKind::minus && number)
        notes_.add(Remark::minus_number, "'-" + next.text + "' leaves out articles with " +
                                             next.text + "; write \"-" + next.text +
                                             "\" in quotes to find the number");
}

std::variant<Parsed, QueryError> parse_unlimited(std::string_view text) {
    auto lexed = lex(text);
    if (auto* error = std::get_if<QueryError>(&lexed)) return std::move(*error);
    auto& tokens = std::get<std::vector<Token>>(lexed);
    Notes notes;
    if (auto error = sift(tokens, notes)) return *std::move(error);
    auto root = Parser(text, std::move(tokens), notes).run();
    if (auto* error = std::get_if<QueryError>(&root)) return std::move(*error);
    return Parsed{std::get<NodePtr>(std::move(root)), notes.take()};
}

std::variant<Parsed, QueryError> parse(std::string_view text) {
    if (auto error = check_text(text)) return *std::move(error);
    auto parsed = parse_unlimited(text);
    if (const auto* read = std::get_if<Parsed>(&parsed))
        if (auto error = check_tree(*read->root)) return *std::move(error);
    return parsed;
}

bool can_be_said(const Node& root) {
    const auto parsed = parse_unlimited(to_query_text(root));
    const auto* read = std::get_if<Parsed>(&parsed);
    return read != nullptr && to_sexpr(*read->root) == to_sexpr(root);
}

}  // namespace morgue::query
