#include <algorithm>
#include <string>
#include <utility>

#include <search/query/build.hpp>
#include <search/query/leaf.hpp>
#include <search/query/lexer.hpp>
#include <search/query/limits.hpp>
#include <search/query/messages.hpp>
#include <search/query/parser.hpp>
#include <search/query/proximity.hpp>
#include <search/query/sift.hpp>

namespace morgue::query {

namespace {

bool is_sign(TokenKind kind) {
    return kind == TokenKind::without || kind == TokenKind::minus || kind == TokenKind::plus;
}

bool is_joint(TokenKind kind) {
    return kind == TokenKind::any || kind == TokenKind::all || kind == TokenKind::near;
}

bool begins_value(TokenKind kind) {
    return kind == TokenKind::chunk || kind == TokenKind::plain || kind == TokenKind::phrase ||
           kind == TokenKind::regex || kind == TokenKind::everything || kind == TokenKind::open;
}

/// query   := clause { clause }                          side by side: all of them
/// clause  := conj { ( "OR" | "|" ) conj }
/// conj    := unary { "AND" unary | "NOT" unary }
/// unary   := { "-" | "NOT" | "+" } near
/// near    := primary { [ "NOT" ] "W/n" primary }
/// primary := [ field ] ( "(" query ")" | phrase | word ) | "*" | "ATLEASTn" primary
/// A function that fails sets error_ and returns null.
class Parser {
  public:
    Parser(std::string_view text, std::vector<Token> tokens, Notes& notes)
        : text_(text), tokens_(std::move(tokens)), notes_(notes) {}

    std::variant<NodePtr, QueryError> run();

  private:
    NodePtr query();
    NodePtr clause();
    NodePtr conjunction();
    NodePtr unary();
    NodePtr near();
    NodePtr primary();
    NodePtr at_least();
    NodePtr group();
    NodePtr fielded();
    NodePtr leaf(Span span);
    NodePtr unknown_name();
    NodePtr no_operand();

    bool at(TokenKind kind) const { return tokens_[at_].kind == kind; }
    const Token& peek() const { return tokens_[at_]; }
    const Token& take() { return tokens_[at_++]; }
    /// W/5 and NOT W/5.
    bool at_near() const;
    std::optional<Link> take_link(const std::vector<Link>& before, std::string& sign);
    bool check_operand(const Node& operand, std::optional<Field> field, const std::string& sign);
    bool at_unknown_name() const;
    std::string written_as(Span span) const;
    bool check_sides(const std::vector<NodePtr>& sides);
    NodePtr fail(Complaint complaint, Span span);
    void note_sign(const Token& sign);
    void note_reading(const Node& root);

    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::size_t words_ = 0;
    std::optional<FieldName> field_;  ///< whose parentheses we are in
    bool joined_ = false;             ///< the conjunction just read has AND or NOT
    bool alternatives_ = false;       ///< the clause just read has OR
    bool mixed_ = false;              ///< OR beside other words, no parentheses to say how
    Notes& notes_;
    std::optional<QueryError> error_;
};

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

NodePtr Parser::at_least() {
    const Token sign = take();
    if (at(TokenKind::at_least))
        return fail({Problem::near_operand, written_as(sign.span) + " cannot take ATLEAST",
                     "write one of them"},
                    peek().span);
    NodePtr inside = primary();
    if (!inside || !check_operand(*inside, field_of(*inside), written_as(sign.span)))
        return nullptr;
    const Span span{sign.span.begin, inside->span.end};
    return make_at_least(sign.count, std::move(inside), span);
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

NodePtr Parser::primary() {
    switch (peek().kind) {
        case TokenKind::open:
            return group();
        case TokenKind::field:
            return fielded();
        case TokenKind::chunk:
            if (at_unknown_name()) return unknown_name();
            return leaf(peek().span);
        case TokenKind::at_least:
            return at_least();
        case TokenKind::plain:
        case TokenKind::phrase:
        case TokenKind::regex:
        case TokenKind::everything:
            return leaf(peek().span);
        default:
            return no_operand();
    }
}

NodePtr Parser::no_operand() {
    const Token* before = at_ > 0 ? &tokens_[at_ - 1] : nullptr;
    if (before &&
        (is_sign(before->kind) || is_joint(before->kind) || before->kind == TokenKind::at_least))
        return fail(
            {Problem::empty_operand, written_as(before->span) + " needs something on its right",
             "write a word after it, or put it in quotes to search it as text"},
            before->span);
    if (is_joint(peek().kind))
        return fail(
            {Problem::empty_operand, written_as(peek().span) + " needs something on its left",
             "write a word before it, or put it in quotes to search it as text"},
            peek().span);
    if (before && before->kind == TokenKind::open)
        return fail({Problem::empty_parentheses, "nothing stands between these parentheses",
                     "write a word between them, or leave them out"},
                    {before->span.begin, peek().span.end});
    return fail({Problem::unopened_parenthesis, "this parenthesis was never opened",
                 "leave it out, or open it before"},
                peek().span);
}

NodePtr Parser::group() {
    const Token open = take();
    if (++depth_ > max_depth) {
        error_ = too_deep(open.span);
        return nullptr;
    }
    if (at(TokenKind::end))
        return fail({Problem::unclosed_parenthesis, "this parenthesis is never closed",
                     "close it, or leave it out"},
                    open.span);
    NodePtr inside = query();
    if (!inside) return nullptr;
    if (!at(TokenKind::close))
        return fail({Problem::unclosed_parenthesis, "this parenthesis is never closed",
                     "close it, or leave it out"},
                    open.span);
    take();
    --depth_;
    return inside;
}

NodePtr Parser::fielded() {
    const Token name = take();
    const std::string label(written(*name.field));
    if (field_)
        return fail(
            {Problem::nested_field,
             label + ": stands inside the parentheses of " + std::string(written(*field_)) + ":",
             "close them before it"},
            name.span);
    const TokenKind next = peek().kind;
    const bool value = peek().glued && begins_value(next);
    if (!value)
        return fail({Problem::empty_field, label + ": needs something directly after its colon",
                     "write it as in " + std::string(example(*name.field)) +
                         ", or put it in quotes to search it as text"},
                    name.span);
    field_ = name.field;
    NodePtr inside = next == TokenKind::open ? group() : leaf({name.span.begin, peek().span.end});
    field_.reset();
    return inside;
}

NodePtr Parser::leaf(Span span) {
    const Token& token = take();
    auto read = read_leaf(token, {field_, span}, notes_);
    if (auto* wrong = std::get_if<Complaint>(&read)) return fail(std::move(*wrong), token.span);
    NodePtr node = std::get<NodePtr>(std::move(read));
    words_ += words_in(*node);
    if (words_ <= max_words) return node;
    error_ = too_many_words({token.span.begin, text_.size()});
    return nullptr;
}

bool Parser::at_unknown_name() const {
    const std::string_view name = name_before_colon(peek().text);
    const Token& next = tokens_[at_ + 1];
    return !field_ && !name.empty() && name.size() + 1 == peek().text.size() && next.glued &&
           (next.kind == TokenKind::phrase || next.kind == TokenKind::open);
}

NodePtr Parser::unknown_name() {
    const Token& token = peek();
    const Token& next = tokens_[at_ + 1];
    const std::string_view name = name_before_colon(token.text);
    if (auto wrong = check_name(name, written_as(token.span) + next.text))
        return fail(*std::move(wrong), token.span);
    if (next.kind == TokenKind::open) {
        notes_.add(Remark::unknown_field_as_text,
                   "'" + std::string(name) + "' is no field; searched as a word beside the group");
        return leaf(token.span);
    }
    take();
    const NodePtr phrase = leaf(next.span);
    if (!phrase) return nullptr;
    return make_leaf(text_of_unknown_field(name, std::get<Phrase>(phrase->kind).text, notes_),
                     std::nullopt, {token.span.begin, next.span.end});
}

}  // namespace

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

}  // namespace morgue::query
