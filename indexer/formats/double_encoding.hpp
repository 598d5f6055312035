#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue::indexer {

/// UTF-8 that was taken for windows-1252 and encoded again ("cafÃ©"), as it was before ("café").
/// Only where that is certain: all characters beyond ASCII are such, and there are several. Nothing
/// for every other text.
std::optional<std::string> decoded_once_more(std::string_view utf8);

}  // namespace morgue::indexer
