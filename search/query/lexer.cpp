#include <utility>

#include <search/query/chars.hpp>
#include <search/query/lexer.hpp>
#include <search/query/messages.hpp>
#include <search/query/proximity.hpp>

namespace morgue::query {

namespace {

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::variant<std::vector<Token>, QueryError> run();

  private:
    void next();
    void structure(TokenKind kind, std::size_t bytes = 1);
    void phrase(char32_t open);
    /// Adds what stands at an offset between quotes; gives the offset after it.
    std::size_t quoted(std::size_t at, Token& token) const;
    void plain();
    void regex(std::size_t end);
    void text();
    void chunk();
    void near(std::size_t end);
    void at_least(std::size_t end);

    /// The offset after a regular expression that begins here; 0 if none does.
    std::size_t regex_end() const;
    bool sign_stands_here() const;
    bool after_field() const;
    bool ends_chunk(std::size_t at) const;
    std::size_t plain_end(std::size_t begin) const;
    std::size_t chunk_end(std::size_t begin) const;
    std::size_t address_end(std::size_t begin) const;
    Token& push(TokenKind kind, std::size_t end);

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
    std::optional<QueryError> error_;
};

std::variant<std::vector<Token>, QueryError> Lexer::run() {
    while (at_ < text_.size() && !error_) {
        if (parts_words(text_, at_))
            at_ = char_at(text_, at_).end;
        else
            next();
    }
    if (error_) return *error_;
    push(TokenKind::end, at_);
    return std::move(tokens_);
}

void Lexer::next() {
    const Char first = char_at(text_, at_);
    switch (first.code) {
        case U'(':
            return structure(TokenKind::open);
        case U')':
            return structure(TokenKind::close);
        case U'|':
            return structure(TokenKind::any);
        case U'\\':
            return plain();
        default:
            break;
    }
    if (is_quote(first.code)) return phrase(first.code);
    if (const std::size_t end = regex_end()) return regex(end);
    text();
}

Token& Lexer::push(TokenKind kind, std::size_t end) {
    Token token{.kind = kind, .span = {at_, end}};
    token.glued = !tokens_.empty() && tokens_.back().span.end == at_;
    tokens_.push_back(std::move(token));
    at_ = end;
    return tokens_.back();
}

void Lexer::structure(TokenKind kind, std::size_t bytes) {
    push(kind, at_ + bytes);
}

void Lexer::phrase(char32_t open) {
    const std::size_t begin = at_;
    Token token{.kind = TokenKind::phrase};
    std::size_t at = char_at(text_, at_).end;
    while (at < text_.size()) {
        const Char next = char_at(text_, at);
        if (closes_quote(open, next.code)) {
            token.mixed_quotes = is_straight_quote(next.code) && !is_straight_quote(open);
            token.span = {begin, next.end};
            token.glued = push(TokenKind::phrase, next.end).glued;
            tokens_.back() = std::move(token);
            return;
        }
        at = quoted(at, token);
    }
    error_ = make_error({Problem::unclosed_quote, "this quote is never closed",
                         "close it, or drop it to search the words separately"},
                        {begin, char_at(text_, begin).end});
}

std::size_t Lexer::quoted(std::size_t at, Token& token) const {
    const Char next = char_at(text_, at);
    std::size_t end = next.end;
    if (next.code == U'\\' && end < text_.size() && may_be_escaped(char_at(text_, end).code)) {
        at = end;
        end = char_at(text_, at).end;
    } else if (const std::size_t bytes = ellipsis_at(text_.substr(at))) {
        end = at + bytes;
        token.ellipses.push_back({token.text.size(), token.text.size() + bytes});
    } else if (next.code == U'*') {
        token.stars.push_back(token.text.size());
    }
    token.text.append(text_.substr(at, end - at));
    return end;
}

std::size_t Lexer::plain_end(std::size_t begin) const {
    while (begin < text_.size() && !parts_words(text_, begin)) begin = char_at(text_, begin).end;
    return begin;
}

void Lexer::plain() {
    const std::size_t begin = at_ + 1;
    const std::size_t end = plain_end(begin);
    push(TokenKind::plain, end).text = text_.substr(begin, end - begin);
}

void Lexer::regex(std::size_t end) {
    const std::size_t begin = at_;
    push(TokenKind::regex, end).text = text_.substr(begin, end - begin);
}

std::size_t Lexer::regex_end() const {
    if (text_[at_] != '/') return 0;
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != '/' && !parts_words(text_, end))
        end = char_at(text_, end).end;
    if (end == text_.size() || text_[end] != '/' || end == at_ + 1) return 0;
    ++end;
    return end == text_.size() || ends_chunk(end) ? end : 0;
}

bool Lexer::after_field() const {
    if (tokens_.empty() || tokens_.back().span.end != at_) return false;
    return tokens_.back().kind == TokenKind::field || tokens_.back().kind == TokenKind::lead;
}

bool Lexer::sign_stands_here() const {
    if (text_[at_] != '-' && text_[at_] != '+') return false;
    if (!tokens_.empty() && tokens_.back().span.end == at_) {
        const TokenKind before = tokens_.back().kind;
        if (before != TokenKind::open && before != TokenKind::any) return false;
    }
    const std::size_t rest = at_ + 1;
    if (rest == text_.size()) return false;
    const char next = text_[rest];
    if (next == '-' || next == '+') return false;
    const bool likens = next == '~' || next == '=';
    if (likens && rest + 1 < text_.size() && is_quote(char_at(text_, rest + 1).code)) return true;
    if (next == '(' || next == '*' || is_quote(char_at(text_, rest).code)) return true;
    const std::size_t end = next == '\\' ? plain_end(rest) : chunk_end(rest);
    return has_word(text_.substr(rest, end - rest));
}

void Lexer::text() {
    if (after_field()) return chunk();
    if (sign_stands_here())
        return structure(text_[at_] == '-' ? TokenKind::minus : TokenKind::plus);
    const std::string_view name = name_before_colon(text_.substr(at_));
    if (ascii_lower(name) == lead_name) return structure(TokenKind::lead, name.size() + 1);
    const std::optional<FieldName> field = find_field(name);
    if (!field) return chunk();
    push(TokenKind::field, at_ + name.size() + 1).field = field;
}

void Lexer::chunk() {
    const bool value = after_field();
    const std::size_t end = chunk_end(at_);
    const std::string_view word = text_.substr(at_, end - at_);
    if (!value && is_near_sign(word)) return near(end);
    if (!value && is_at_least_sign(word)) return at_least(end);
    TokenKind kind = TokenKind::chunk;
    if (word == "*") kind = TokenKind::everything;
    if (!value && word == "OR") kind = TokenKind::any;
    if (!value && word == "AND") kind = TokenKind::all;
    if (!value && word == "NOT") kind = TokenKind::without;
    push(kind, end).text = word;
}

void Lexer::near(std::size_t end) {
    const Span span{at_, end};
    auto read = read_near_sign(text_.substr(at_, end - at_));
    if (auto* wrong = std::get_if<Complaint>(&read))
        error_ = make_error(std::move(*wrong), span);
    else
        push(TokenKind::near, end).link = std::get<Link>(read);
}

void Lexer::at_least(std::size_t end) {
    const Span span{at_, end};
    auto read = read_at_least_sign(text_.substr(at_, end - at_));
    if (auto* wrong = std::get_if<Complaint>(&read))
        error_ = make_error(std::move(*wrong), span);
    else
        push(TokenKind::at_least, end).count = std::get<std::size_t>(read);
}

bool Lexer::ends_chunk(std::size_t at) const {
    const char32_t code = char_at(text_, at).code;
    return code == U'(' || code == U')' || code == U'|' || is_quote(code) || parts_words(text_, at);
}

std::size_t Lexer::chunk_end(std::size_t begin) const {
    if (is_address(text_.substr(begin))) return address_end(begin);
    std::size_t end = begin;
    while (end < text_.size() && !ends_chunk(end)) end = char_at(text_, end).end;
    return end;
}

std::size_t Lexer::address_end(std::size_t begin) const {
    std::size_t open = 0;
    std::size_t end = begin;
    while (end < text_.size()) {
        const char byte = text_[end];
        if (byte == ')' && open == 0) break;
        if (byte != '(' && byte != ')' && ends_chunk(end)) break;
        if (byte == '(') ++open;
        if (byte == ')') --open;
        end = char_at(text_, end).end;
    }
    return end;
}

}  // namespace

bool is_address(std::string_view chunk) {
    const std::string_view name = name_before_colon(chunk);
    return !name.empty() && chunk.substr(name.size()).starts_with("://");
}

std::variant<std::vector<Token>, QueryError> lex(std::string_view text) {
    return Lexer(text).run();
}

}  // namespace morgue::query
