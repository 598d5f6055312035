#pragma once

#include <optional>
#include <string_view>

#include <search/query/lexer.hpp>
#include <search/query/messages.hpp>

namespace morgue::query {

/// Syntax that a later version will give a meaning. It is refused by name, so that a query never
/// changes its meaning; text that only looks alike (9/11, and/or, x^y) is left alone.

/// Operators that fill a chunk: word~ocr.
std::optional<Complaint> reserved_chunk(std::string_view chunk);

/// Names of fields that are not searched.
std::optional<Complaint> reserved_name(std::string_view name);

/// What is reserved by two tokens that touch: a~"…", a="…", (…)~2, "…"*.
std::optional<Complaint> reserved_pair(const Token& left, const Token& right);

/// The words of a relative date: yesterday, last, 30d.
bool is_relative_date(std::string_view text);

Complaint reserved_likeness(std::string_view value);
Complaint reserved_wildcard(std::string_view chunk);

}  // namespace morgue::query
