#pragma once

#include <string>
#include <vector>

namespace morgue::tools {

/// The user's list of indexes, `$XDG_STATE_HOME/morgue/indexes` (else below `~/.local/state`): a
/// line an index, absolute, the one written last at the end. Paths are bytes.
struct IndexList {
    std::string file;                  ///< where it is or would be; empty where there is no home
    std::vector<std::string> indexes;  ///< their own folders; some may be gone by now
    std::string trouble;               ///< why it could not be read whole; empty where it was
};

/// No list yet is an empty one.
IndexList read_index_list();

/// Puts the index (its own folder, absolute) at the end of the list, once. Gives what went wrong,
/// and nothing where it is done or where there is no home to keep a list in. Several programs may
/// do this at once, and a reader sees a whole list at any time.
std::string remember_index(const std::string& index_dir);

}  // namespace morgue::tools
