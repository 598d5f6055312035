#pragma once

#include <string>
#include <string_view>
#include <variant>

#include <search/query/messages.hpp>
#include <search/query/tree.hpp>

namespace morgue::query {

// Names before a colon that are no fields: is:, dup:, id:, type:, name:, url:, has:, words:.

bool is_fact_name(std::string_view name);
/// Whether values with commas between are alternatives, and whether one may stand in quotes.
bool takes_list(std::string_view name);
bool takes_quotes(std::string_view name);
/// A query that uses the name, which is in lower case.
std::string_view fact_example(std::string_view name);

using FactLeaf = std::variant<Gone, First, Alike, Id, Known, Has, Length, Complaint>;
/// What stands after the colon. In quotes a star is a plain sign.
FactLeaf read_fact(std::string_view name, std::string_view value, bool quoted);

/// The range as after words:
std::string written(const Length& length);

}  // namespace morgue::query
