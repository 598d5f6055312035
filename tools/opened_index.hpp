#pragma once

#include <morgue/searcher.hpp>

#include <tools/line/command.hpp>
#include <tools/paths.hpp>

namespace morgue::tools {

/// The index that a reading command works on.
struct OpenedIndex {
    std::string dir;
    Paths paths;
    Searcher searcher;
};

/// Throws Error as index_to_read() and Searcher::open() do.
OpenedIndex open_index(const Invocation& invocation);

}  // namespace morgue::tools
