#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue::text {

/// Whether the bytes are well-formed UTF-8 (no surrogates, no overlong forms).
bool is_valid_utf8(std::string_view bytes) noexcept;

/// The longest beginning of at most `limit` bytes that does not cut a character.
std::string_view utf8_prefix(std::string_view text, std::size_t limit) noexcept;

}  // namespace morgue::text
