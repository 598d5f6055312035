#include <algorithm>
#include <string>
#include <utility>

#include <search/query/chars.hpp>
#include <search/query/proximity.hpp>
#include <search/query/reserved.hpp>
#include <search/query/sift.hpp>

namespace morgue::query {

namespace {

bool is_value(const std::vector<Token>& tokens, std::size_t at) {
    if (at == 0 || !tokens[at].glued) return false;
    const TokenKind before = tokens[at - 1].kind;
    return before == TokenKind::field || before == TokenKind::lead;
}

bool is_wordless(const std::vector<Token>& tokens, std::size_t at) {
    const Token& token = tokens[at];
    if (token.kind != TokenKind::chunk && token.kind != TokenKind::plain) return false;
    if (is_value(tokens, at) || has_word(token.text)) return false;
    return token.kind == TokenKind::plain || token.text.find('*') == std::string::npos;
}

void drop_wordless(std::vector<Token>& tokens, Notes& notes) {
    std::vector<Token> kept;
    kept.reserve(tokens.size());
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (is_wordless(tokens, at))
            notes.add(Remark::no_words,
                      "'" + shown(tokens[at].text) + "' has no letters or digits and is left out");
        else
            kept.push_back(std::move(tokens[at]));
    }
    tokens = std::move(kept);
}

bool ends_operand(TokenKind kind) {
    return kind == TokenKind::chunk || kind == TokenKind::plain || kind == TokenKind::phrase ||
           kind == TokenKind::everything || kind == TokenKind::close || kind == TokenKind::weight;
}

bool begins_operand(TokenKind kind) {
    return kind != TokenKind::close && kind != TokenKind::end && kind != TokenKind::any &&
           kind != TokenKind::all && kind != TokenKind::near && kind != TokenKind::weight;
}

/// ~ and = directly before a phrase are of it.
void read_likenesses(std::vector<Token>& tokens) {
    std::vector<Token> kept;
    kept.reserve(tokens.size());
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const Token& sign = tokens[at];
        const bool is_sign =
            sign.kind == TokenKind::chunk && (sign.text == "~" || sign.text == "=");
        if (is_sign && tokens[at + 1].glued && tokens[at + 1].kind == TokenKind::phrase) {
            Token& phrase = tokens[at + 1];
            phrase.span.begin = sign.span.begin;
            phrase.glued = sign.glued;
            phrase.likeness =
                sign.text == "~" ? Phrase::Likeness::stemmed : Phrase::Likeness::exact;
        } else {
            kept.push_back(std::move(tokens[at]));
        }
    }
    tokens = std::move(kept);
}

/// Where the ^ of a weight stands in a chunk: storm^2, or ^2 directly behind something else.
std::optional<std::size_t> caret_of(const std::vector<Token>& tokens, std::size_t at) {
    const std::string_view chunk = tokens[at].text;
    const std::string_view text = chunk.substr(0, end_of_words(chunk));
    const std::size_t caret = text.rfind('^');
    if (tokens[at].kind != TokenKind::chunk || caret == std::string_view::npos ||
        is_address(chunk) || chunk.find_first_of("*~", text.size()) != std::string_view::npos)
        return std::nullopt;
    std::string number(text.substr(caret + 1));
    std::erase(number, '.');
    if (!is_number(number)) return std::nullopt;
    const std::string_view before = text.substr(0, caret);
    const bool behind_another =
        caret == 0 && at > 0 && tokens[at].glued && ends_operand(tokens[at - 1].kind);
    const bool weighs = behind_another || has_word(before) || before.ends_with('*');
    return weighs ? std::optional(caret) : std::nullopt;
}

/// storm^2 is storm and its weight.
std::optional<QueryError> read_weights(std::vector<Token>& tokens) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at)
        if (const auto caret = caret_of(tokens, at)) {
            Token weight{.kind = TokenKind::weight, .span = tokens[at].span, .glued = true};
            weight.span.begin += *caret;
            const std::string_view chunk = tokens[at].text;
            const auto read =
                read_weight(chunk.substr(*caret + 1, end_of_words(chunk) - *caret - 1));
            if (const auto* wrong = std::get_if<Complaint>(&read))
                return make_error(*wrong, weight.span);
            weight.weight = std::get<double>(read);
            tokens[at].text.resize(*caret);
            tokens[at].span.end = weight.span.begin;
            const auto place = tokens.begin() + static_cast<std::ptrdiff_t>(at);
            if (*caret == 0) {
                *place = std::move(weight);
                continue;
            }
            if (caret_of(tokens, at))
                return make_error({Problem::bad_weight, "a word takes one weight",
                                   "leave out all but one ^ and its number"},
                                  tokens[at].span);
            tokens.insert(place + 1, std::move(weight));
        }
    return std::nullopt;
}

/// ~5 directly behind a phrase is of it.
std::optional<QueryError> read_windows(std::vector<Token>& tokens) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        Token& phrase = tokens[at];
        const Token& sign = tokens[at + 1];
        if (phrase.kind != TokenKind::phrase || sign.kind != TokenKind::chunk || !sign.glued ||
            !sign.text.starts_with('~'))
            continue;
        const Span span{phrase.span.begin, sign.span.end};
        const auto window = read_window(std::string_view(sign.text).substr(1));
        if (const auto* wrong = std::get_if<Complaint>(&window)) return make_error(*wrong, span);
        phrase.window = std::get<unsigned>(window);
        phrase.span = span;
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }
    return std::nullopt;
}

/// Whether tokens `at` to `last` stand between two operands, and apart from both.
bool is_between(const std::vector<Token>& tokens, std::size_t at, std::size_t last) {
    return at > 0 && ends_operand(tokens[at - 1].kind) && !is_value(tokens, at) &&
           !tokens[at].glued && !tokens[last + 1].glued && begins_operand(tokens[last + 1].kind);
}

/// Makes one operator of the tokens.
void make_near(std::vector<Token>& tokens, std::size_t at, std::size_t last, const Link& link) {
    Token near{.kind = TokenKind::near, .span = {tokens[at].span.begin, tokens[last].span.end}};
    near.link = link;
    const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(at);
    tokens.erase(first, first + static_cast<std::ptrdiff_t>(last - at));
    tokens[at] = std::move(near);
}

/// NEAR without a number, and a plus and a number, are operators only between words.
void read_distances(std::vector<Token>& tokens, Notes& notes) {
    for (std::size_t at = 1; at + 2 < tokens.size(); ++at) {
        const Token& token = tokens[at];
        if (token.kind == TokenKind::chunk && token.text == "NEAR" && is_between(tokens, at, at)) {
            notes.add(Remark::near_as_distance, "'NEAR' is read as " + written(near_alone));
            make_near(tokens, at, at, near_alone);
        }
        const Token& number = tokens[at + 1];
        if (token.kind != TokenKind::plus || number.kind != TokenKind::chunk) continue;
        const bool digits = std::all_of(number.text.begin(), number.text.end(), is_digit);
        if (!digits || !is_between(tokens, at, at + 1)) continue;
        const auto read = read_words_before(number.text);
        if (const auto* link = std::get_if<Link>(&read)) {
            notes.add(Remark::near_as_distance,
                      "'+" + number.text + "' is read as " + written(*link));
            make_near(tokens, at, at + 1, *link);
        }
    }
}

void note_lower_case(const std::vector<Token>& tokens, Notes& notes) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        if (tokens[at].kind != TokenKind::chunk || is_value(tokens, at)) continue;
        if (!begins_operand(tokens[at + 1].kind)) continue;
        const std::string& word = tokens[at].text;
        const bool between = at > 0 && ends_operand(tokens[at - 1].kind);
        if (word == "or" && between)
            notes.add(Remark::lower_case_operator,
                      "'or' is searched as a word; write OR for alternatives");
        if (word == "and" && between)
            notes.add(Remark::lower_case_operator,
                      "'and' is searched as a word; leave it out, or write AND, to join words");
        if (word == "not")
            notes.add(Remark::lower_case_operator,
                      "'not' is searched as a word; write NOT or - to leave a word out");
    }
}

}  // namespace

std::optional<QueryError> sift(std::vector<Token>& tokens, Notes& notes) {
    read_likenesses(tokens);
    if (auto wrong = read_weights(tokens)) return wrong;
    if (auto wrong = read_windows(tokens)) return wrong;
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at)
        if (auto reserved = reserved_pair(tokens[at], tokens[at + 1]))
            return make_error(*std::move(reserved),
                              {tokens[at].span.begin, tokens[at + 1].span.end});
    drop_wordless(tokens, notes);
    read_distances(tokens, notes);
    note_lower_case(tokens, notes);
    return std::nullopt;
}

}  // namespace morgue::query
