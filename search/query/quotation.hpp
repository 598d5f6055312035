#pragma once

#include <optional>
#include <variant>
#include <vector>

#include <search/query/lexer.hpp>
#include <search/query/messages.hpp>
#include <search/query/tree.hpp>

namespace morgue::query {

/// What a phrase without ellipses asks for.
std::variant<Phrase, Complaint> read_phrase(const Token& token);

/// The phrases between the ellipses of one; the parts in which no word stands are punctuation.
std::vector<Token> quoted_parts(const Token& quotation);

/// What keeps a phrase from being read as several with gaps between them.
std::optional<Complaint> check_quotation(const Token& quotation);

}  // namespace morgue::query
