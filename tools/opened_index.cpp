#include <tools/diagnostics.hpp>
#include <tools/discovery.hpp>
#include <tools/opened_index.hpp>

namespace morgue::tools {

namespace {

/// Says of each that cannot be opened why; throws where none can.
std::vector<std::string> those_that_open(const std::vector<std::string>& dirs) {
    std::vector<std::string> good;
    for (const std::string& dir : dirs) {
        try {
            Searcher::open(dir);
            good.push_back(dir);
        } catch (const Error& error) {
            if (good.empty() && &dir == &dirs.back()) throw;
            print_error(error);
        }
    }
    return good;
}

}  // namespace

OpenedIndex open_index(const Invocation& invocation) {
    std::vector<std::string> dirs = indexes_to_read(invocation);
    for (const std::string& dir : dirs) debug("index " + dir);
    if (dirs.size() > 1) {
        std::vector<std::string> good = those_that_open(dirs);
        if (good.size() < dirs.size()) invocation.is_partial = true;
        dirs = std::move(good);
    }
    return {dirs, Paths{dirs}, Searcher::open(dirs)};
}

}  // namespace morgue::tools
