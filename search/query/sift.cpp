#include <algorithm>
#include <string>
#include <utility>

#include <search/query/chars.hpp>
#include <search/query/reserved.hpp>
#include <search/query/sift.hpp>

namespace morgue::query {

namespace {

bool is_value(const std::vector<Token>& tokens, std::size_t at) {
    return at > 0 && tokens[at].glued && tokens[at - 1].kind == TokenKind::field;
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
           kind == TokenKind::everything || kind == TokenKind::close;
}

bool begins_operand(TokenKind kind) {
    return kind != TokenKind::close && kind != TokenKind::end && kind != TokenKind::any &&
           kind != TokenKind::all;
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
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at)
        if (auto reserved = reserved_pair(tokens[at], tokens[at + 1]))
            return make_error(*std::move(reserved),
                              {tokens[at].span.begin, tokens[at + 1].span.end});
    drop_wordless(tokens, notes);
    note_lower_case(tokens, notes);
    return std::nullopt;
}

}  // namespace morgue::query
