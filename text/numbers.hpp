#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue::text {

/// A folded number without the marks between its thousands ("1,000,000.50" gives "1000000.50");
/// none if it has no such marks or not every group after the first has three digits. The marks
/// are one of , ' space, or where dots group thousands one of . ' space; letters may follow.
std::optional<std::string> without_thousands_marks(std::string_view number,
                                                   bool dot_groups_thousands);

}  // namespace morgue::text
