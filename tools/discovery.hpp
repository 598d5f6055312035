#pragma once

#include <string>
#include <vector>

namespace morgue::tools {

/// The index's own folder to read: the one named (itself, or the folder that holds `.morgue`),
/// else $MORGUE_INDEX, else `.morgue` found upward from the working directory, as git finds its
/// repository. `named` is empty when none was named. The path is absolute.
///
/// Throws Error: index_not_found, saying where it looked; index_refused for an index found upward
/// that belongs to another user.
std::string index_to_read(const std::string& named);

/// The index's own folder to write, which may have to be created: as above, but found upward from
/// the paths, else `.morgue` in the only path. Throws UsageError when that is not one place.
std::string index_to_write(const std::string& named, const std::vector<std::string>& paths);

}  // namespace morgue::tools
