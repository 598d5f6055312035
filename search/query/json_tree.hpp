#pragma once

#include <string>
#include <string_view>
#include <variant>

#include <morgue/query.hpp>

#include <search/query/tree.hpp>

namespace morgue::query {

/// The tree as JSON, one line: docs/QUERY-SYNTAX.md has the keys.
std::string to_json(const Node& node);

/// The tree that such a text is. Only what the query language can say is one.
std::variant<NodePtr, QueryError> parse_json_tree(std::string_view text);

}  // namespace morgue::query
