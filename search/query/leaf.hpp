#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include <search/query/lexer.hpp>
#include <search/query/messages.hpp>
#include <search/query/tree.hpp>

namespace morgue::query {

/// Where a leaf stands: in a field or in none, and at which bytes, the field's name with it.
struct LeafPlace {
    std::optional<FieldName> field;
    Span span;
};

/// What a chunk, a plain text, a phrase or a star asks for.
std::variant<NodePtr, Complaint> read_leaf(const Token& token, const LeafPlace& place,
                                           Notes& notes);

/// Why a name before a colon that is no field may not stand for itself: it is reserved, or almost
/// a field. `text` is the whole text that it begins.
std::optional<Complaint> check_name(std::string_view name, std::string_view text);

/// `name` and what followed its colon as a phrase, with the note that says so.
Phrase text_of_unknown_field(std::string_view name, std::string_view rest, Notes& notes);

}  // namespace morgue::query
