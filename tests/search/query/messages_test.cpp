#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <morgue/query.hpp>

#include <search/query/messages.hpp>

namespace morgue::query {

namespace {

constexpr const char* folder = MORGUE_SOURCE_DIR "/tests/search/query/";

std::string read_file(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Texts that would not fit a line of the snapshot go by a name.
std::string named_text(const std::string& line) {
    std::string many;
    for (int i = 0; i < 513; ++i) many += "a ";
    if (line == "@zero-byte") return std::string("a\0b", 3);
    if (line == "@latin-1") return "caf\xE9";
    if (line == "@too-long") return std::string(16385, 'a');
    if (line == "@513-words") return many;
    if (line == "@33-deep") return std::string(33, '(') + "a" + std::string(33, ')');
    return line;
}

std::string described(const std::string& line) {
    constexpr std::string_view lenient = "@lenient ";
    const auto parsed = line == "@no-tree" ? Query::parse_json("{\"word\": \"a b\"}")
                        : line.starts_with(lenient)
                            ? Query::parse_leniently(line.substr(lenient.size()))
                            : Query::parse(named_text(line));
    std::ostringstream out;
    out << "query: " << line << "\n";
    if (const auto* error = std::get_if<QueryError>(&parsed)) {
        out << "  " << error->code << " at " << error->begin << ".." << error->end << "\n";
        out << "  " << error->message << "\n  help: " << error->help << "\n";
    } else {
        for (const Note& note : std::get<Query>(parsed).notes())
            out << "  note " << note.code << "\n  " << note.message << "\n";
    }
    return out.str();
}

/// Every "query:" line of the snapshot, described anew.
std::string described_again(const std::string& snapshot) {
    std::istringstream lines(snapshot);
    std::string all;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("query: "))
            all += (all.empty() ? "" : "\n") + described(line.substr(7));
    }
    return all;
}

/// MORGUE_UPDATE=1 in the environment writes the snapshot instead of holding the texts to it.
void expect_snapshot(const std::string& name) {
    const std::string path = folder + name;
    const std::string before = read_file(path);
    const std::string now = described_again(before);
    if (std::getenv("MORGUE_UPDATE") != nullptr) {
        std::ofstream(path) << now;
        return;
    }
    EXPECT_FALSE(before.empty());
    EXPECT_EQ(now, before);
}

TEST(Messages, OfErrorsAreAsRecorded) {
    expect_snapshot("errors.txt");
}

TEST(Messages, OfNotesAreAsRecorded) {
    expect_snapshot("notes.txt");
}

TEST(Messages, RecordEveryCode) {
    const std::string errors = read_file(std::string(folder) + "errors.txt");
    for (const Meaning& row : problem_table())
        EXPECT_NE(errors.find("\n  " + std::string(row.code) + " at "), std::string::npos)
            << row.code;
    const std::string notes = read_file(std::string(folder) + "notes.txt");
    for (const Meaning& row : remark_table())
        EXPECT_NE(notes.find("\n  note " + std::string(row.code) + "\n"), std::string::npos)
            << row.code;
}

TEST(Messages, HaveCodesAndMeanings) {
    for (const auto& table : {problem_table(), remark_table()})
        for (const Meaning& row : table) {
            EXPECT_EQ(row.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string::npos);
            EXPECT_GT(row.meaning.size(), 10U) << row.code;
        }
}

}  // namespace

}  // namespace morgue::query
