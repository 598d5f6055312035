#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::tools {

/// The one of `known` that was probably meant by `typed`, by the letters that are missing, added,
/// wrong or swapped; empty where none is near, or two are equally so.
std::string nearest(std::string_view typed, const std::vector<std::string>& known);

}  // namespace morgue::tools
