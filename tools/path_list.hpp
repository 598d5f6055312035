#pragma once

#include <string>
#include <vector>

namespace morgue::tools {

/// The names on a list such as `find -print0` makes: between NULs, in order. `file` is "-" for
/// stdin. Throws UsageError when it cannot be read, when a name is empty, and for a list of lines.
std::vector<std::string> read_path_list(const std::string& file);

}  // namespace morgue::tools
