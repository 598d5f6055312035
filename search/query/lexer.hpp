#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <morgue/query.hpp>

#include <search/query/field_name.hpp>
#include <search/query/tree.hpp>

namespace morgue::query {

enum class TokenKind : unsigned char {
    chunk,       ///< text up to white space, a quote, a parenthesis or a bar
    plain,       ///< text behind a backslash, up to white space: nothing in it is syntax
    phrase,      ///< text between quotes
    regex,       ///< text between two slashes
    field,       ///< a field's name with its colon
    everything,  ///< a star that stands alone
    open,
    close,
    any,       ///< OR and |
    all,       ///< AND
    without,   ///< NOT
    near,      ///< W/5, PRE/3, W/S …
    at_least,  ///< ATLEAST5
    lead,      ///< lead:
    weight,    ///< ^2 directly behind something
    minus,
    plus,
    end,
};

struct Token {
    TokenKind kind = TokenKind::end;
    Span span = {};
    bool glued = false;     ///< begins where the token before it ends
    std::string text = {};  ///< of chunk, plain, regex and phrase, without quotes and backslashes
    std::optional<FieldName> field = std::nullopt;
    std::vector<std::size_t> stars = {};  ///< bytes of a phrase's text: stars without a backslash
    std::vector<Span> ellipses = {};      ///< the same of … and [...]
    unsigned window = 0;                  ///< of phrase: "…"~5
    std::optional<Link> link = std::nullopt;                ///< of near
    std::size_t count = 0;                                  ///< of at_least
    double weight = 1;                                      ///< of weight
    Phrase::Likeness likeness = Phrase::Likeness::spelled;  ///< of phrase
    bool mixed_quotes = false;  ///< a phrase opened by a curly quote, closed by a straight one
};

/// Cuts a valid text into tokens; the last is TokenKind::end. A quote that is
/// never closed fails, and an operator whose number is too large.
std::variant<std::vector<Token>, QueryError> lex(std::string_view text);

/// Whether a chunk is an address such as https://example.org/?q=1.
bool is_address(std::string_view chunk);

}  // namespace morgue::query
