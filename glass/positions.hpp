#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace morgue::glass {

/// Appends the position list as glass keeps it: interpolative code, least significant bit first.
/// `positions` ascend strictly and are not empty. Source: xapian-core 1.4, common/bitstream.cc.
void put_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace morgue::glass
