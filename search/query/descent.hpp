#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <search/query/lexer.hpp>
#include <search/query/messages.hpp>
#include <search/query/tree.hpp>

namespace morgue::query {

inline bool is_sign(TokenKind kind) {
    return kind == TokenKind::without || kind == TokenKind::minus || kind == TokenKind::plus;
}

inline bool is_joint(TokenKind kind) {
    return kind == TokenKind::any || kind == TokenKind::all || kind == TokenKind::near;
}

inline bool begins_value(TokenKind kind) {
    return kind == TokenKind::chunk || kind == TokenKind::plain || kind == TokenKind::phrase ||
           kind == TokenKind::regex || kind == TokenKind::everything || kind == TokenKind::open;
}

/// query   := clause { clause }                          side by side: all of them
/// clause  := conj { ( "OR" | "|" ) conj }
/// conj    := unary { "AND" unary | "NOT" unary }
/// unary   := { "-" | "NOT" | "+" } near
/// near    := primary { [ "NOT" ] "W/n" primary }
/// primary := single [ "^" number ]
/// single  := [ field ] ( "(" query ")" | phrase | word ) | "*" | "ATLEASTn" primary
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
    NodePtr single();
    NodePtr lead();
    NodePtr at_least();
    NodePtr group();
    NodePtr fielded();
    NodePtr leaf(Span span);
    NodePtr unknown_name();
    NodePtr quoted_fact(const std::string& name, Span span);
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
    bool in_lead_ = false;            ///< we are in its parentheses
    bool joined_ = false;             ///< the conjunction just read has AND or NOT
    bool alternatives_ = false;       ///< the clause just read has OR
    bool mixed_ = false;              ///< OR beside other words, no parentheses to say how
    Notes& notes_;
    std::optional<QueryError> error_;
};

}  // namespace morgue::query
