#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

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

namespace morgue::glass {

/// What an entry of a leaf's directory leads to.
struct LeafItem {
    std::string_view key;
    unsigned component = 1;
    std::string_view bytes;  ///< of the tag
    bool last = false;       ///< component of the tag
    bool deflated = false;
};

// Of a block only what is found to lie within it is looked at.

/// The number that stands there, unchecked.
template <typename Number>
Number big_endian(const char* at) {
    Number number;
    std::memcpy(&number, at, sizeof number);
    if constexpr (std::endian::native == std::endian::big) return number;
    if constexpr (sizeof number == 2) return __builtin_bswap16(number);
    return static_cast<Number>(__builtin_bswap64(number));
}

/// A number of `width` bytes; 0 where the block does not have them.
std::uint32_t number_at(std::string_view block, std::size_t at, std::size_t width);
/// Entries of the directory; nothing where it reaches out of the block.
std::optional<std::size_t> entries_in(std::string_view block);
/// Nothing where the entry, one of the directory's, leads to no item. It lives as the block does.
inline std::optional<LeafItem> leaf_item(std::string_view block, std::size_t entry) {
    using namespace block_layout;
    const std::size_t at =
        big_endian<std::uint16_t>(block.data() + header_bytes + entry_bytes * entry);
    if (at + item_head_bytes > block.size()) return std::nullopt;
    const std::size_t head = big_endian<std::uint16_t>(block.data() + at);
    const std::size_t size = (head & size_bits) + item_head_bytes;
    const std::size_t key_bytes = static_cast<unsigned char>(block[at + 2]);
    const bool is_first = (head & first_bit) != 0;
    const std::size_t before = item_head_bytes + key_bytes + (is_first ? 0 : component_bytes);
    if (size > block.size() - at || before > size) return std::nullopt;
    LeafItem item;
    item.key = block.substr(at + item_head_bytes, key_bytes);
    if (!is_first)
        item.component = big_endian<std::uint16_t>(block.data() + at + item_head_bytes + key_bytes);
    item.bytes = block.substr(at + before, size - before);
    item.last = (head & last_bit) != 0;
    item.deflated = (head & compressed_bit) != 0;
    return item;
}
/// Its key alone.
std::optional<std::string_view> leaf_key(std::string_view block, std::size_t entry);

}  // namespace morgue::glass
