#pragma once

#include <string>
#include <string_view>

namespace morgue::tools {

/// The text as one argument of a shell: as it is where nothing in it is special to sh, bash, zsh or
/// fish, else in single quotes.
std::string quoted_for_shell(std::string_view text);

}  // namespace morgue::tools
