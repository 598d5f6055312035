#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::indexer {

/// The names on a line that is a byline and nothing else: "By Jane Doe and John Roe, Staff
/// Writer". Nothing for running text, such as "By Monday the storm …". Roles are left out.
std::optional<std::vector<std::string>> read_byline(std::string_view line);

}  // namespace morgue::indexer
