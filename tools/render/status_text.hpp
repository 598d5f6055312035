#pragma once

#include <string>

#include <morgue/status.hpp>

#include <tools/paths.hpp>
#include <tools/render/looks.hpp>

namespace morgue::tools {

/// What an index holds, a labelled line a fact. Long lists are cut, and say how to see all.
std::string status_as_text(const IndexStatus& status, const Paths& paths, const Looks& looks);
/// "a.pdf: no reader"
std::string skip_as_text(const Skip& skip, const Paths& paths);

}  // namespace morgue::tools
