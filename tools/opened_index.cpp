#include <tools/diagnostics.hpp>
#include <tools/discovery.hpp>
#include <tools/opened_index.hpp>

namespace morgue::tools {

OpenedIndex open_index(const Invocation& invocation) {
    const std::string dir = index_to_read(invocation.common.index_dir);
    debug("index " + dir);
    return {dir, Paths{dir}, Searcher::open(dir)};
}

}  // namespace morgue::tools
