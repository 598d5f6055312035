#pragma once

#include <string>
#include <string_view>

namespace morgue::tools {

/// A path to be read and to be pasted into a shell: as it is, or in the quotes that the shell
/// needs, as ls does. Control characters, bidi overrides and malformed UTF-8 become $'\NNN'.
std::string shell_path(std::string_view path);

}  // namespace morgue::tools
