#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <morgue/fields.hpp>

#include <search/counting.hpp>

namespace morgue::search {

/// The longest runs of the text's words that stand side by side in some article, as typed: those
/// that no longer one holds, the longest first, at most max_runs. None for a text of under four
/// words, or under three characters of a script without spaces.
std::vector<std::string> longest_runs(const Counter& counter, std::string_view text,
                                      std::optional<Field> field);

}  // namespace morgue::search
