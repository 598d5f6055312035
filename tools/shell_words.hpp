#pragma once

#include <string>
#include <vector>

#include <morgue/query.hpp>

namespace morgue::tools {

/// What the shell may have taken from a query before it came here as these arguments: the quotes
/// around some words, or all of a variable that is empty.
std::vector<Note> notes_on_arguments(const std::vector<std::string>& arguments);

}  // namespace morgue::tools
