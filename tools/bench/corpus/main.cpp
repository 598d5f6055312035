// Writes a made-up archive of news, the same bytes for the same options.
#include <cstdio>
#include <exception>
#include <string>
#include <thread>

#include <CLI/CLI.hpp>

#include <tools/bench/corpus/tree.hpp>

namespace {

using namespace morgue::bench;

int run(int argc, char** argv) {
    CLI::App app{"Writes a made-up archive of news, the same bytes for the same options."};
    ArchiveOptions options;
    std::string folder;
    std::size_t threads = std::thread::hardware_concurrency();
    app.add_option("FOLDER", folder, "where to")->required();
    app.add_option("--articles", options.articles, "how many")->capture_default_str();
    app.add_option("--seed", options.seed)->capture_default_str();
    app.add_option("--mean-bytes", options.mean_bytes, "of an article")->capture_default_str();
    app.add_option("--per-day", options.per_day, "articles a day")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    app.add_option("--long-every", options.long_every, "one of so many is long; 0: none")
        ->capture_default_str();
    app.add_option("-j", threads, "threads")->capture_default_str()->check(CLI::PositiveNumber);
    CLI11_PARSE(app, argc, argv);
    const Archive archive{options};
    const std::uint64_t bytes = write_tree(archive, folder, threads);
    std::printf("%zu articles, %.1f MB\n", options.articles, static_cast<double>(bytes) / 1e6);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_corpus: %s\n", error.what());
        return 1;
    }
}
