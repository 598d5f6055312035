#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <morgue/query.hpp>

namespace morgue::tools {

/// The text as one word of a shell's line: between single quotes, where a sign in it means
/// something there.
std::string shell_word(std::string_view text);

/// What the shell may have taken from a query before it came here as these arguments: the quotes
/// around some words, or all of a variable that is empty.
std::vector<Note> notes_on_arguments(const std::vector<std::string>& arguments);

}  // namespace morgue::tools
