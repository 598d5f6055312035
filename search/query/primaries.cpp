#include <string>
#include <type_traits>
#include <utility>

#include <search/query/build.hpp>
#include <search/query/chars.hpp>
#include <search/query/descent.hpp>
#include <search/query/fact_leaf.hpp>
#include <search/query/field_name.hpp>
#include <search/query/leaf.hpp>
#include <search/query/limits.hpp>
#include <search/query/proximity.hpp>

namespace morgue::query {

namespace {

/// Whether a phrase asks for its words side by side and for nothing more.
bool is_words_alone(const Token& phrase) {
    return phrase.stars.empty() && phrase.ellipses.empty() && phrase.window == 0 &&
           phrase.likeness == Phrase::Likeness::spelled;
}

}  // namespace

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

NodePtr Parser::primary() {
    NodePtr node = single();
    while (node && at(TokenKind::weight)) {
        const Token& weight = take();
        if (only_leaves_out(*node))
            return fail({Problem::bad_weight, "what is left out has no weight",
                         "leave out " + written_as(weight.span)},
                        weight.span);
        const Span span{node->span.begin, weight.span.end};
        node = make_weighted(std::move(node), weight.weight, span);
    }
    return node;
}

NodePtr Parser::single() {
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
        case TokenKind::lead:
            return lead();
        case TokenKind::plain:
        case TokenKind::phrase:
        case TokenKind::regex:
        case TokenKind::everything:
            return leaf(peek().span);
        default:
            return no_operand();
    }
}

NodePtr Parser::lead() {
    const Token name = take();
    if (field_ || in_lead_)
        return fail({Problem::nested_field, "lead: stands inside the parentheses of another name",
                     "close them before it"},
                    name.span);
    const Token& next = peek();
    const bool is_chunk = next.kind == TokenKind::chunk;
    const bool wordless = (is_chunk || next.kind == TokenKind::plain) && !has_word(next.text);
    if (!next.glued || !begins_value(next.kind) || wordless)
        return fail({Problem::empty_field, "lead: needs something directly after its colon",
                     "write it as in lead:strike, or put it in quotes to search it as text"},
                    name.span);
    if (is_chunk && next.text.starts_with('-'))
        return fail({Problem::misplaced_minus, "the minus stands before the name",
                     "write -lead:" + next.text.substr(1) + ", or put the text in quotes"},
                    next.span);
    in_lead_ = true;
    const Span value{name.span.begin, next.span.end};
    NodePtr inside = next.kind == TokenKind::open ? group() : leaf(value);
    in_lead_ = false;
    if (!inside) return nullptr;
    if (const auto wrong = check_in_lead(*inside)) return fail(*wrong, inside->span);
    const Span span{name.span.begin, tokens_[at_ - 1].span.end};
    return make_lead(std::move(inside), span);
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
    if (field_ || in_lead_)
        return fail({Problem::nested_field,
                     label + ": stands inside the parentheses of " +
                         std::string(field_ ? written(*field_) : lead_name) + ":",
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

/// type:"JSON lines"
NodePtr Parser::quoted_fact(const std::string& name, Span span) {
    const Token& value = take();
    auto read = read_fact(name, value.text, true);
    if (auto* wrong = std::get_if<Complaint>(&read)) return fail(std::move(*wrong), span);
    return std::visit(
        [&](auto& kind) -> NodePtr {
            if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, Complaint>)
                return nullptr;
            else
                return make_leaf(std::move(kind), std::nullopt, span);
        },
        read);
}

NodePtr Parser::unknown_name() {
    const Token& token = peek();
    const Token& next = tokens_[at_ + 1];
    const std::string_view name = name_before_colon(token.text);
    if (next.kind == TokenKind::phrase && takes_quotes(name)) {
        take();
        return quoted_fact(std::string(name), {token.span.begin, next.span.end});
    }
    if (auto wrong = check_name(name, written_as(token.span) + next.text))
        return fail(*std::move(wrong), token.span);
    const bool is_group = next.kind == TokenKind::open;
    if (is_group || !is_words_alone(next)) {
        notes_.add(Remark::unknown_field_as_text,
                   "'" + std::string(name) + "' is no field; searched as a word beside the " +
                       (is_group ? "group" : "quotation"));
        return leaf(token.span);
    }
    take();
    const NodePtr phrase = leaf(next.span);
    if (!phrase) return nullptr;
    return make_leaf(text_of_unknown_field(name, std::get<Phrase>(phrase->kind).text, notes_),
                     std::nullopt, {token.span.begin, next.span.end});
}

}  // namespace morgue::query
