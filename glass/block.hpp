#pragma once

#include <cstddef>

namespace morgue::glass::block_layout {

// How a block of a B-tree is laid out. Source: xapian-core 1.4, backends/glass/glass_table.h.

inline constexpr std::size_t level_at = 4;
inline constexpr std::size_t largest_gap_at = 5;
inline constexpr std::size_t free_bytes_at = 7;
inline constexpr std::size_t directory_end_at = 9;
inline constexpr std::size_t header_bytes = 11;  ///< then the directory
inline constexpr std::size_t entry_bytes = 2;    ///< of the directory

// An item of a leaf: two bytes of flags and size, the key's length, the key, the component's
// number where it is not the first, and bytes of the tag.
inline constexpr std::size_t item_head_bytes = 3;
inline constexpr std::size_t component_bytes = 2;
inline constexpr unsigned compressed_bit = 0x8000;
inline constexpr unsigned last_bit = 0x4000;
inline constexpr unsigned first_bit = 0x2000;
inline constexpr unsigned size_bits = 0x1fff;  ///< of the item, less item_head_bytes

/// An item of a branch without its key: four bytes of the child's number, the key's length, the
/// component's number.
inline constexpr std::size_t branch_item_bytes = 7;

}  // namespace morgue::glass::block_layout
