#pragma once

#include <string>
#include <vector>

#include <morgue/searcher.hpp>

#include <tools/line/command.hpp>
#include <tools/paths.hpp>

namespace morgue::tools {

/// The index that a reading command works on, or several that are searched as one.
struct OpenedIndex {
    std::vector<std::string> dirs;  ///< IndexedArticle::index counts them
    Paths paths;
    Searcher searcher;
};

/// Of several indexes, those that cannot be opened are reported and left out, and the answer is a
/// partial one. Throws as indexes_to_read() does, and as Searcher::open() when none can be opened.
OpenedIndex open_index(const Invocation& invocation);

}  // namespace morgue::tools
