#pragma once

#include <vector>

#include <tools/help/page.hpp>
#include <tools/line/flag.hpp>

namespace morgue::tools {

/// "-n, --limit N"
std::string flag_as_typed(const Flag& flag);

/// What each flag means, with the words that it takes where it takes no others.
Rows flag_rows(const std::vector<Flag>& flags);

/// "-n, --offset, --sort"
std::string flag_names(const std::vector<Flag>& flags);

}  // namespace morgue::tools
