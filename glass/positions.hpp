#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/byte_buffer.hpp>
#include <span>

namespace morgue::glass {

/// More than put_positions() writes.
constexpr std::size_t most_position_bytes(std::size_t positions) {
    return longest_varint + 4 * (positions + 1) + 8;
}

/// Writes the position list as glass keeps it: interpolative code, least significant bit first.
/// Gives where it ends. `positions` ascend strictly and are not empty.
/// Source: xapian-core 1.4, common/bitstream.cc.
char* put_positions(char* at, std::span<const std::uint32_t> positions);

}  // namespace morgue::glass
