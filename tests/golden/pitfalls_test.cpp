// Every row of pitfalls.tsv names a mistake that a search engine has made, and must not be made
// here: a text, a question, and whether the one answers the other, or the question is refused.
// Mistakes that are no matter of a text and a question have tests elsewhere:
// pitfalls_elsewhere.tsv.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <morgue/index_writer.hpp>
#include <morgue/searcher.hpp>

#include <support/temporary_directory.hpp>

namespace morgue {
namespace {

struct Row {
    std::string pitfall, lang, text, question, found;
};

std::string with_line_ends(std::string text) {
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n"))
        text.replace(at, 2, "\n");
    return text;
}

struct TestElsewhere {
    std::string pitfall, test, file;
};

std::vector<std::vector<std::string>> table(const std::string& name) {
    std::ifstream file(std::string(MORGUE_SOURCE_DIR) + "/tests/golden/" + name);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream columns(line);
        auto& row = rows.emplace_back();
        for (std::string column; std::getline(columns, column, '\t');) row.push_back(column);
    }
    return rows;
}

std::vector<TestElsewhere> tests_elsewhere() {
    std::vector<TestElsewhere> tests;
    for (const auto& row : table("pitfalls_elsewhere.tsv"))
        tests.push_back({row.at(0), row.at(1), row.at(2)});
    return tests;
}

std::vector<Row> read_rows() {
    std::vector<Row> rows;
    for (const auto& row : table("pitfalls.tsv"))
        rows.push_back({row.at(0), row.at(1), with_line_ends(row.at(2)), row.at(3), row.at(4)});
    return rows;
}

/// All texts in one index, so that each question meets every other text and language too.
class Pitfalls : public testing::Test {
  protected:
    Pitfalls() : rows_(read_rows()) {
        IndexWriter writer = IndexWriter::open(directory_.path() + "/index");
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            Article article{.key = std::to_string(i), .body = rows_[i].text, .metadata = {}};
            article.add(Field::lang, rows_[i].lang);
            ids_.push_back(writer.put(article));
        }
        writer.commit();
    }

    std::string answer(const Searcher& searcher, std::size_t row) const {
        const auto parsed = Query::parse(rows_[row].question);
        if (std::holds_alternative<QueryError>(parsed)) return "refused";
        bool found = false;
        searcher.for_each(std::get<Query>(parsed), [&](const Hit& hit) {
            found = found || hit.found.id == ids_[row];
            return !found;
        });
        return found ? "yes" : "no";
    }

    test::TemporaryDirectory directory_;
    std::vector<Row> rows_;
    std::vector<ArticleId> ids_;
};

TEST_F(Pitfalls, AreAvoidedOneAndAll) {
    const Searcher searcher = Searcher::open(directory_.path() + "/index");
    ASSERT_GE(rows_.size(), 60U);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        EXPECT_EQ(answer(searcher, i), rows_[i].found)
            << rows_[i].pitfall << ": " << rows_[i].question << " in: " << rows_[i].text;
    }
}

TEST(PitfallsElsewhere, HaveTheTestsThatAreNamed) {
    for (const TestElsewhere& row : tests_elsewhere()) {
        std::ifstream file(std::string(MORGUE_SOURCE_DIR) + '/' + row.file);
        const std::string source{std::istreambuf_iterator<char>(file), {}};
        EXPECT_NE(source.find(row.test), std::string::npos) << row.pitfall << ": " << row.test;
    }
}

TEST(PitfallsElsewhere, NoneIsWithoutATest) {
    std::set<int> numbers;
    for (const Row& row : read_rows()) numbers.insert(std::atoi(row.pitfall.c_str()));
    for (const TestElsewhere& row : tests_elsewhere())
        numbers.insert(std::atoi(row.pitfall.c_str()));
    for (int number = 1; number <= 40; ++number) EXPECT_TRUE(numbers.contains(number)) << number;
}

}  // namespace
}  // namespace morgue
