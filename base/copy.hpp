#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace morgue::base {

/// Copies a plain file to a new one, which nobody but its owner may read. `go_on` is told the bytes
/// of each piece; when it says no, the copy is left unfinished. Shares the bytes where the file
/// system can. Not durable yet. Throws FileError, also for a link and for a file that is there.
void copy_file(const std::string& from, const std::string& to,
               const std::function<bool(std::uint64_t bytes)>& go_on);

}  // namespace morgue::base
