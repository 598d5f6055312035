#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <morgue/fields.hpp>

#include <search/query/messages.hpp>
#include <search/query/reading.hpp>

namespace morgue::query {

namespace {

std::vector<std::string> doc_lines() {
    std::ifstream file(MORGUE_SOURCE_DIR "/docs/QUERY-SYNTAX.md");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

/// The lines of all code blocks of a kind: ```query or ```refused.
std::vector<std::string> block_lines(const std::string& kind) {
    std::vector<std::string> lines;
    bool inside = false;
    for (const std::string& line : doc_lines()) {
        if (line.starts_with("```"))
            inside = line == "```" + kind;
        else if (inside)
            lines.push_back(line);
    }
    return lines;
}

TEST(SyntaxDoc, ExamplesAreQueries) {
    const auto lines = block_lines("query");
    EXPECT_GT(lines.size(), 30U);
    for (const std::string& line : lines)
        EXPECT_FALSE(testing::tree_of(line).starts_with("!")) << line << testing::tree_of(line);
}

TEST(SyntaxDoc, WhatItSaysIsRefusedIsRefused) {
    const auto lines = block_lines("refused");
    EXPECT_GT(lines.size(), 5U);
    for (const std::string& line : lines) EXPECT_EQ(testing::tree_of(line), "! not-yet") << line;
}

TEST(SyntaxDoc, ListsEveryCodeWithItsMeaning) {
    std::set<std::string> rows;
    for (const std::string& line : doc_lines()) rows.insert(line);
    for (const auto& table : {problem_table(), remark_table()})
        for (const Meaning& row : table)
            EXPECT_EQ(rows.erase("| `" + std::string(row.code) + "` | " + std::string(row.meaning) +
                                 " |"),
                      1U)
                << row.code;
}

TEST(SyntaxDoc, ListsEveryFieldWithItsExample) {
    std::set<std::string> rows;
    for (const std::string& line : doc_lines()) rows.insert(line);
    for (const FieldInfo& row : fields()) {
        const std::string line = "| `" + std::string(row.name) + ":` | " +
                                 std::string(row.description) + " | `" + std::string(row.example) +
                                 "` |";
        EXPECT_EQ(rows.count(line), row.searchable ? 1U : 0U) << line;
    }
}

}  // namespace

}  // namespace morgue::query
