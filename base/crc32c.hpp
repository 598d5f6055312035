#pragma once

#include <cstdint>
#include <string_view>

namespace morgue::base {

/// CRC-32C (Castagnoli, RFC 3720 appendix B.4) of the bytes; `seed` is the CRC of what came before.
std::uint32_t crc32c(std::string_view bytes, std::uint32_t seed = 0) noexcept;

}  // namespace morgue::base
