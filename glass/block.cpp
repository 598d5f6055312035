#include <glass/block.hpp>

namespace morgue::glass {

using namespace block_layout;

std::uint32_t number_at(std::string_view block, std::size_t at, std::size_t width) {
    if (at > block.size() || width > block.size() - at) return 0;
    std::uint32_t number = 0;
    for (const char byte : block.substr(at, width))
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

std::optional<std::size_t> entries_in(std::string_view block) {
    const std::size_t end = number_at(block, directory_end_at, 2);
    if (end < header_bytes || end > block.size()) return std::nullopt;
    return (end - header_bytes) / entry_bytes;
}

std::optional<std::string_view> leaf_key(std::string_view block, std::size_t entry) {
    const std::size_t at = number_at(block, header_bytes + entry_bytes * entry, entry_bytes);
    if (at + item_head_bytes > block.size()) return std::nullopt;
    const std::size_t key_bytes = number_at(block, at + 2, 1);
    if (key_bytes > block.size() - at - item_head_bytes) return std::nullopt;
    return block.substr(at + item_head_bytes, key_bytes);
}

}  // namespace morgue::glass
