// A table of hostile questions: each is answered, or refused by a message that says why and what
// to do instead. A question that never ends is ended by the test's own limit of time.
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <search/random_news.hpp>
#include <search/small_index.hpp>

namespace morgue::test {
namespace {

struct Row {
    std::string name;
    std::string expected;
    std::string query;
};

/// The text with its escapes read: \0, \\ and \xHH.
std::string unescaped(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\') {
            bytes += text[at];
            continue;
        }
        const char escape = text.at(++at);
        if (escape == 'x') {
            bytes += static_cast<char>(std::stoi(std::string(text.substr(at + 1, 2)), nullptr, 16));
            at += 2;
        } else {
            bytes += escape == '0' ? '\0' : escape;
        }
    }
    return bytes;
}

/// With {3*ab} written out as ababab.
std::string written_out(std::string_view text) {
    std::string query;
    while (!text.empty()) {
        std::size_t times = 0;
        const std::size_t digits = text.find_first_not_of("0123456789", 1);
        if (text.front() == '{' && digits > 1 && digits < text.size() && text[digits] == '*')
            times = std::stoul(std::string(text.substr(1, digits - 1)));
        if (times == 0) {
            const std::size_t end = std::min(text.find('{', 1), text.size());
            query += unescaped(text.substr(0, end));
            text.remove_prefix(end);
            continue;
        }
        const std::size_t end = text.find('}', digits);
        const std::string piece = unescaped(text.substr(digits + 1, end - digits - 1));
        for (std::size_t i = 0; i < times; ++i) query += piece;
        text.remove_prefix(end + 1);
    }
    return query;
}

std::vector<Row> table() {
    std::ifstream file(MORGUE_SOURCE_DIR "/tests/search/hostile_queries.tsv");
    std::vector<Row> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        rows.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                        written_out(std::string_view(line).substr(second + 1))});
    }
    return rows;
}

/// Articles of few words, one of very many different ones, and one that repeats the same.
void fill(SmallIndex& index) {
    RandomNews news(11);
    std::vector<Article> articles;
    for (int i = 0; i < 200; ++i) articles.push_back(news.article(std::to_string(i)));
    std::string different;
    for (int i = 0; i < 6000; ++i) different += "w" + std::to_string(i) + " ";
    std::string same;
    for (int i = 0; i < 20000; ++i) same += i % 7 == 0 ? "b. " : i % 5 == 0 ? "storm " : "a ";
    articles.push_back(article_of("different", "", different));
    articles.push_back(article_of("same", "", same));
    index.publish(articles);
}

/// "answers", or the code of what refuses the query.
std::string outcome(const Searcher& searcher, const std::string& query) {
    const auto read = Query::parse(query);
    std::optional<QueryError> refused;
    if (const auto* error = std::get_if<QueryError>(&read))
        refused = *error;
    else
        refused = searcher.search(std::get<Query>(read), {.limit = 10}).refused;
    if (!refused) return "answers";
    EXPECT_FALSE(refused->message.empty() || refused->help.empty()) << refused->code;
    EXPECT_LE(refused->message.size() + refused->help.size(), 400U) << refused->code;
    EXPECT_LE(refused->begin, refused->end) << refused->code;
    EXPECT_LE(refused->end, query.size()) << refused->code;
    return refused->code;
}

TEST(HostileQueries, AreAnsweredOrRefusedByName) {
    SmallIndex index;
    fill(index);
    const Searcher searcher = index.searcher();
    const std::vector<Row> rows = table();
    EXPECT_GE(rows.size(), 100U);
    std::set<std::string> outcomes;
    for (const Row& row : rows) {
        const std::string is = outcome(searcher, row.query);
        EXPECT_EQ(is, row.expected) << row.name;
        outcomes.insert(is);
    }
    EXPECT_GT(outcomes.size(), 20U);
}

}  // namespace
}  // namespace morgue::test
