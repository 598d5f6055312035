#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/byte_buffer.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace morgue::glass {

/// More than put_positions() writes.
constexpr std::size_t most_position_bytes(std::size_t positions) {
    return longest_varint + 4 * (positions + 1) + 8;
}

/// Writes the position list as glass keeps it: interpolative code, least significant bit first.
/// Gives where it ends. `positions` ascend strictly and are not empty.
/// Source: xapian-core 1.4, common/bitstream.cc.
char* put_positions(char* at, std::span<const std::uint32_t> positions);

/// Behind the bytes of a list so many more can be read, whatever they are.
inline constexpr std::size_t position_padding = 8;

/// A position list that glass keeps: its ends and length are known at once, what stands between
/// them when it is asked for. The bytes are not believed.
class PositionList {
  public:
    /// Nothing where the bytes, with position_padding behind them, are no list or one of over
    /// 1 GiB. They must outlive the list.
    static std::optional<PositionList> read(std::string_view bytes);

    std::uint32_t first() const noexcept { return first_; }
    std::uint32_t last() const noexcept { return last_; }
    std::size_t size() const noexcept { return size_; }
    /// Those below `enough`, and the next one. False where the bytes turn out to be too few.
    bool append_to(std::vector<std::uint32_t>& positions, std::uint32_t enough) const;

  private:
    PositionList() = default;

    std::string_view code_;
    std::size_t bits_taken_ = 0;  ///< of the code, by the first position and the size
    std::uint32_t first_ = 0;
    std::uint32_t last_ = 0;
    std::size_t size_ = 1;
};

}  // namespace morgue::glass
