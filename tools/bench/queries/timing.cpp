#include <chrono>
#include <cstdio>
#include <exception>
#include <string>

#include <CLI/CLI.hpp>

#include <tools/bench/queries/timing.hpp>

namespace morgue::bench {

namespace {

void ask_and_print(const ListedQuery& query, const Ask& ask) try {
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    const std::size_t hits = ask(query);
    const std::chrono::duration<double, std::micro> taken = Clock::now() - begin;
    std::printf("%s\t%.1f\t%zu\n", query.kind.c_str(), taken.count(), hits);
} catch (const NotUnderstood&) {
    std::printf("%s\tnot understood\n", query.kind.c_str());
}

void warm_up(const std::vector<ListedQuery>& queries, const Ask& ask) {
    for (const ListedQuery& query : queries) {
        try {
            ask(query);
        } catch (const NotUnderstood&) {
            // Told when it is timed.
        }
    }
}

}  // namespace

int query_main(int argc, char** argv,
               const std::function<Ask(const std::string& index, bool snippets)>& open) {
    CLI::App app{"Answers the queries of a list and tells how long each takes."};
    std::string index, list;
    bool snippets = false;
    int rounds = 1;
    app.add_option("INDEX", index)->required();
    app.add_option("QUERIES", list)->required();
    app.add_flag("--snippets", snippets, "fetch a passage for each hit");
    app.add_option("--rounds", rounds)->capture_default_str()->check(CLI::PositiveNumber);
    CLI11_PARSE(app, argc, argv);
    try {
        const std::vector<ListedQuery> queries = read_queries(list);
        const Ask ask = open(index, snippets);
        if (rounds > 1) warm_up(queries, ask);
        for (int round = 0; round < rounds; ++round)
            for (const ListedQuery& query : queries) ask_and_print(query, ask);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s: %s\n", argv[0], error.what());
        return 1;
    }
    return 0;
}

}  // namespace morgue::bench
