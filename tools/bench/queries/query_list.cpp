#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include <tools/bench/queries/query_list.hpp>

namespace morgue::bench {

namespace {

constexpr const char* names[] = {"word", "all", "any", "phrase", "near"};

Operator operator_named(const std::string& name) {
    for (std::size_t i = 0; i < std::size(names); ++i)
        if (name == names[i]) return static_cast<Operator>(i);
    throw std::runtime_error("no operator of queries is called '" + name + "'");
}

}  // namespace

std::string joined(const std::vector<std::string>& words, const std::string& between) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
    return text;
}

std::vector<ListedQuery> read_queries(const std::string& path) {
    std::ifstream in{path};
    if (!in) throw std::runtime_error("cannot read " + path);
    std::vector<ListedQuery> queries;
    for (std::string line; std::getline(in, line);) {
        std::istringstream columns{line};
        ListedQuery query;
        std::string op, words;
        std::getline(columns, query.kind, '\t');
        std::getline(columns, op, '\t');
        query.op = operator_named(op);
        for (std::string word; columns >> word;) query.words.push_back(word);
        queries.push_back(std::move(query));
    }
    return queries;
}

void write_queries(const std::string& path, const std::vector<ListedQuery>& queries) {
    std::ofstream out{path};
    for (const ListedQuery& query : queries)
        out << query.kind << '\t' << names[static_cast<std::size_t>(query.op)] << '\t'
            << joined(query.words, " ") << '\n';
    out.close();
    if (!out) throw std::runtime_error("cannot write " + path);
}

}  // namespace morgue::bench
