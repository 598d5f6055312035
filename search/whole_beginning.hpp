#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace morgue::search {

/// Where that begins as a whole which stands at this byte: an address, or whatever else has no
/// space in it, and the text of a link in Markdown. Nothing where it begins before `earliest`.
std::optional<std::size_t> whole_beginning(std::string_view body, std::size_t at,
                                           std::size_t earliest);

}  // namespace morgue::search
