#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include <morgue/query.hpp>

#include <search/query/tree.hpp>

namespace morgue::query::testing {

/// The tree of a text on one line, or "! code" of its error.
inline std::string tree_of(std::string_view text) {
    const auto parsed = Query::parse(text);
    if (const auto* error = std::get_if<QueryError>(&parsed)) return "! " + error->code;
    return to_sexpr(*std::get<Query>(parsed).root());
}

/// The codes of a text's notes, each with a blank behind.
inline std::string note_codes(std::string_view text) {
    const auto parsed = Query::parse(text);
    if (const auto* error = std::get_if<QueryError>(&parsed)) return "! " + error->code;
    std::string codes;
    for (const Note& note : std::get<Query>(parsed).notes()) codes += note.code + " ";
    return codes;
}

struct Row {
    const char* text;
    const char* tree;
};

inline void expect_trees(std::initializer_list<Row> rows) {
    for (const Row& row : rows) EXPECT_EQ(tree_of(row.text), row.tree) << row.text;
}

}  // namespace morgue::query::testing
