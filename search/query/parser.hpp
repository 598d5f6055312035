#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include <morgue/query.hpp>

#include <search/query/tree.hpp>

namespace morgue::query {

struct Parsed {
    NodePtr root;
    std::vector<Note> notes;
};

/// Reads the query language by recursive descent. Never throws for a bad text.
std::variant<Parsed, QueryError> parse(std::string_view text);

/// The same for a text known to be valid, whatever the length of its canonical form.
std::variant<Parsed, QueryError> parse_unlimited(std::string_view text);

/// Whether the tree is one that its own text is read as. Its leaves are not empty.
bool can_be_said(const Node& root);

}  // namespace morgue::query
