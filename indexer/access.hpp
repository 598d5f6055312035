#pragma once

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

#include <morgue/query.hpp>

namespace morgue::indexer {

/// The rights that group and others may have on what is in `dir`, so that nobody can read there
/// what they cannot read in all of the folders: of each, its own rights count, and whether the
/// folders that lead to it, but not to `dir`, let one through. Folders that are not there do not
/// count; the owner has all rights.
mode_t widest_mode(const std::string& dir, const std::vector<std::string>& folders);

/// Narrows the index's folder and all in it to that. Gives a note where it belongs to another
/// user, who alone may do so. Throws FileError.
std::optional<Note> limit_access(const std::string& dir, const std::vector<std::string>& folders);

}  // namespace morgue::indexer
