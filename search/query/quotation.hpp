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

/// Whether a phrase has to be read as several: it holds an ellipsis, or a star within a word.
bool has_parts(const Token& phrase);

/// A phrase of a quotation, or as a chunk a word with stars in it.
struct QuotedPart {
    Token token;
    Link link;  ///< to the part before
};

/// The phrases between ellipses and words with stars, and these words; parts in which no word
/// stands are punctuation.
std::vector<QuotedPart> quoted_parts(const Token& quotation);

/// What keeps a phrase from being read as these parts.
std::optional<Complaint> check_quotation(const Token& quotation,
                                         const std::vector<QuotedPart>& parts);

}  // namespace morgue::query
