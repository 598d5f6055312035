#pragma once

#include <cstdint>
#include <string_view>

#include <unicode/utf8.h>

namespace morgue::tools {

/// Calls fn(code point, its bytes) for every character; the code point is negative for each
/// malformed stretch of bytes.
template <typename Function>
void for_each_code_point(std::string_view bytes, Function fn) {
    const char* const data = bytes.data();
    const auto length = static_cast<std::int64_t>(bytes.size());
    for (std::int64_t at = 0; at < length;) {
        const std::int64_t begin = at;
        UChar32 c = 0;
        U8_NEXT(data, at, length, c);
        fn(c, bytes.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
    }
}

}  // namespace morgue::tools
