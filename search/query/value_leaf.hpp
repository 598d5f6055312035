#pragma once

#include <string_view>
#include <variant>

#include <search/query/field_name.hpp>
#include <search/query/lexer.hpp>
#include <search/query/messages.hpp>
#include <search/query/tree.hpp>

namespace morgue::query {

using ValueLeaf = std::variant<Value, Has, Everything, Complaint>;

/// What stands behind the colon of a field whose values are compared whole.
ValueLeaf read_value(const Token& token, const FieldName& field, Notes& notes);

using AnyValue = std::variant<Has, Everything, Complaint>;
/// A star behind a field's colon: that the article states something in it, has:title. No article
/// is without a path.
AnyValue read_any_value(const FieldName& field);

/// Of a text behind the colon of a field.
Complaint no_word_in(const FieldName& field, std::string_view text);

}  // namespace morgue::query
