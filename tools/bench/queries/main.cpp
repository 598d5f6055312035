// Chooses queries of every class from the articles below a folder, the same for the same articles.
#include <cstdio>
#include <exception>
#include <string>

#include <CLI/CLI.hpp>

#include <tools/bench/queries/choice.hpp>

int main(int argc, char** argv) {
    using namespace morgue::bench;
    CLI::App app{"Chooses queries of every class from the articles below a folder."};
    std::string folder, list;
    std::size_t per_class = 40, most = 20'000;
    app.add_option("FOLDER", folder)->required();
    app.add_option("QUERIES", list, "the list to write")->required();
    app.add_option("--per-class", per_class)->capture_default_str();
    app.add_option("--sample", most, "articles looked at, at most")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    try {
        write_queries(list, choose_queries(Sample{folder, most}, per_class));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_queries: %s\n", error.what());
        return 1;
    }
    return 0;
}
