// Morgue's answers, through its public library.
#include <memory>
#include <string>
#include <variant>

#include <morgue/query.hpp>
#include <morgue/searcher.hpp>

#include <tools/bench/queries/timing.hpp>

namespace {

using namespace morgue::bench;

std::string text_of(const ListedQuery& query) {
    switch (query.op) {
        case Operator::any:
            return joined(query.words, " OR ");
        case Operator::phrase:
            return '"' + joined(query.words, " ") + '"';
        case Operator::near:
            return joined(query.words, " W/" + std::to_string(near_distance) + " ");
        default:
            return joined(query.words, " ");
    }
}

Ask open(const std::string& index, bool snippets) {
    const auto searcher = std::make_shared<const morgue::Searcher>(morgue::Searcher::open(index));
    const morgue::SearchOptions options{.limit = 10, .snippets = snippets ? 1U : 0U};
    return [searcher, options](const ListedQuery& listed) {
        const auto read = morgue::Query::parse(text_of(listed));
        if (const auto* error = std::get_if<morgue::QueryError>(&read))
            throw NotUnderstood(text_of(listed) + ": " + error->message);
        return searcher->search(std::get<morgue::Query>(read), options).hits.size();
    };
}

}  // namespace

int main(int argc, char** argv) {
    return query_main(argc, argv, open);
}
