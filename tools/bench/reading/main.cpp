// How fast files become articles, before anything is analysed: one thread, files in memory.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <base/file.hpp>
#include <indexer/morgue_reader/read_here.hpp>

namespace morgue::bench {

namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20;
/// Whatever readers prepare once is prepared by so many.
constexpr std::size_t first_files = 20;

struct LoadedFile {
    std::string path;
    std::string bytes;
};

struct Tally {
    std::size_t articles = 0;
    std::size_t unread = 0;
    std::uint64_t bytes = 0;
};

std::vector<LoadedFile> load(const std::string& folder) {
    std::vector<LoadedFile> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
        if (entry.is_regular_file())
            files.push_back(
                {entry.path().string(), base::read_file(entry.path().string()).value()});
    return files;
}

Tally read_all(const std::vector<LoadedFile>& files, std::size_t count) {
    Tally tally;
    for (std::size_t i = 0; i < std::min(count, files.size()); ++i) {
        const LoadedFile& file = files[i];
        const indexer::Reading reading =
            indexer::read_here({file.path, {file.path}, {}, most_bytes, file.bytes});
        tally.articles += reading.result.articles.size();
        tally.unread += reading.result.unread.size();
        tally.bytes += file.bytes.size();
    }
    return tally;
}

void read_and_print(const std::string& folder) {
    const std::vector<LoadedFile> files = load(folder);
    read_all(files, first_files);
    const std::clock_t begin = std::clock();
    const Tally tally = read_all(files, files.size());
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::printf("%zu %zu %llu %.6f\n", tally.articles, tally.unread,
                static_cast<unsigned long long>(tally.bytes), seconds);
}

}  // namespace

}  // namespace morgue::bench

int main(int argc, char** argv) {
    CLI::App app{
        "Reads the files of a folder and prints how many articles they gave, how many "
        "parts gave none, their bytes, and the seconds of CPU that it took."};
    std::string folder;
    app.add_option("FOLDER", folder)->required();
    CLI11_PARSE(app, argc, argv);
    try {
        morgue::bench::read_and_print(folder);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s: %s\n", argv[0], error.what());
        return 1;
    }
    return 0;
}
