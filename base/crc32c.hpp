#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace morgue::base {

/// CRC-32C (Castagnoli, RFC 3720 appendix B.4) of the bytes; `seed` is the CRC of what came before.
std::uint32_t crc32c(std::string_view bytes, std::uint32_t seed = 0) noexcept;
/// The same on processors that have no instruction for it.
std::uint32_t crc32c_by_table(std::string_view bytes, std::uint32_t seed = 0) noexcept;

/// The bytes with their CRC-32C behind them, most significant byte first.
std::string sealed(std::string content);
/// What was sealed, or nothing when the checksum does not fit.
std::optional<std::string_view> unsealed(std::string_view bytes) noexcept;

}  // namespace morgue::base
