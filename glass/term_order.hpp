#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace morgue::glass {

/// A term's first eight bytes, as a number that sorts as they do: most terms are told apart by it
/// without being touched.
inline std::uint64_t beginning_of(std::string_view term) noexcept {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value = value << 8U | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
    return value;
}

}  // namespace morgue::glass
