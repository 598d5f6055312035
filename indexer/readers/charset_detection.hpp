#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue::indexer {

/// The charset, as ICU names it, that bytes without a mark or declaration seem to be in; nothing
/// where nobody can tell. By the statistics of libuchardet, and by where the zeros stand in UTF-16
/// and UTF-32.
std::optional<std::string> detected_charset(std::string_view bytes);

/// UTF-16 or UTF-32 without a mark: its ASCII letters have zeros beside them, always on one side.
std::optional<std::string> detected_wide_charset(std::string_view bytes);

}  // namespace morgue::indexer
