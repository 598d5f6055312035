#pragma once

#include <optional>
#include <string_view>

namespace morgue::indexer {

/// The language that a text is in, as normal_language_code() gives it; nothing where the text is
/// too short, or in several, so that it cannot be told. UTF-8.
std::optional<std::string_view> detected_language(std::string_view text);

}  // namespace morgue::indexer
