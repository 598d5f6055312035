#pragma once

#include <functional>
#include <string>

#include <search/query/tree.hpp>

namespace morgue::search {

/// Whether a pattern means a folded word.
std::function<bool(const std::string&)> naive_pattern(const query::Pattern& pattern);

}  // namespace morgue::search
