#pragma once

#include <string>
#include <vector>

#include <tools/line/command.hpp>

namespace morgue::tools {

/// The own folders, absolute, of the indexes to read: those that -d names (each itself, or the
/// folder that holds its `.morgue`), else the one of $MORGUE_INDEX, else `.morgue` found upward
/// from the working directory, as git finds its repository, else the only one on the user's list,
/// with a note. Of several named, those that are not there are reported and left out, and the
/// answer is a partial one.
///
/// Throws NoIndex, and Error: index_not_found for one named that is not there; index_refused for
/// one found upward that belongs to another user; io_error for one that may not be looked into.
std::vector<std::string> indexes_to_read(const Invocation& invocation);

/// The own folder of the one index to write. With `paths`, it may have to be created: the one
/// named, else found upward from the paths, else `.morgue` in the only path. Without any, the one
/// that is there, by the order above. Throws as above, and UsageError when that is not one place.
std::string index_to_write(const Invocation& invocation, const std::vector<std::string>& paths);

/// That of the index, which is there, that keeps up with `path`: by the order above, and before the
/// list is looked at, found upward from the path, which need not exist. Throws as above.
std::string index_that_keeps(const Invocation& invocation, const std::string& path);

}  // namespace morgue::tools
