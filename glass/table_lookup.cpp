#include <cerrno>
#include <fcntl.h>
#include <glass/table_lookup.hpp>
#include <glass/version_file.hpp>
#include <optional>
#include <tuple>
#include <unistd.h>

namespace morgue::glass {

namespace {

using namespace block_layout;

/// Branches of the largest blocks take 8 MB.
constexpr std::size_t most_branches = 128;

/// Whether the branch's item, its first one aside, stands behind the key.
bool is_behind(std::string_view item, std::string_view key, unsigned component) {
    const std::string_view item_key = item.substr(5, item.size() - branch_item_bytes);
    const unsigned item_component = number_at(item, item.size() - component_bytes, component_bytes);
    return std::tie(item_key, item_component) > std::tie(key, component);
}

}  // namespace

TableLookup::TableLookup(std::string path, const TableFacts& facts)
    : path_(std::move(path)),
      block_bytes_(facts.block_bytes),
      root_(facts.root.block),
      level_(facts.root.level),
      empty_(facts.root.entries == 0) {
    if (empty_) return;
    file_ = base::Descriptor(::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file_.open()) throw base::FileError(errno, "cannot open", path_);
}

LeafItem TableLookup::item(const Leaf& leaf, std::size_t entry) const {
    const auto item = leaf_item(std::string_view(leaf.bytes_).substr(0, block_bytes_), entry);
    if (!item) fail();
    return *item;
}

std::string_view TableLookup::key(const Leaf& leaf, std::size_t entry) const {
    const auto key = leaf_key(std::string_view(leaf.bytes_).substr(0, block_bytes_), entry);
    if (!key) fail();
    return *key;
}

std::size_t TableLookup::first_not_before(const Leaf& leaf, std::string_view wanted) const {
    std::size_t begin = 0;
    std::size_t end = leaf.size();
    while (begin < end) {
        const std::size_t mid = begin + (end - begin) / 2;
        if (key(leaf, mid) < wanted)
            begin = mid + 1;
        else
            end = mid;
    }
    return begin;
}

void TableLookup::read(std::uint32_t block, std::uint32_t level, std::string& bytes) const {
    bytes.resize(block_bytes_);
    const std::uint64_t at = std::uint64_t{block} * block_bytes_;
    if (base::read_at(file_, at, bytes, path_) != block_bytes_) fail();
    const auto entries = entries_in(bytes);
    if (number_at(bytes, level_at, 1) != level || !entries || *entries == 0) fail();
}

const std::string& TableLookup::branch(std::uint32_t block, std::uint32_t level) {
    if (const auto known = branches_.find(block); known != branches_.end()) return known->second;
    std::string bytes;
    read(block, level, bytes);
    if (branches_.size() == most_branches) branches_.clear();
    return branches_.emplace(block, std::move(bytes)).first->second;
}

std::string_view TableLookup::branch_item(const std::string& branch, std::size_t entry) const {
    const std::size_t at = number_at(branch, header_bytes + entry_bytes * entry, entry_bytes);
    const std::size_t key_bytes = number_at(branch, at + 4, 1);
    if (at + branch_item_bytes + key_bytes > branch.size()) fail();
    return std::string_view(branch).substr(at, branch_item_bytes + key_bytes);
}

std::uint32_t TableLookup::child(const std::string& branch, std::size_t entry) const {
    return number_at(branch_item(branch, entry), 0, 4);
}

std::size_t TableLookup::child_with(const std::string& branch, std::string_view key,
                                    unsigned component) const {
    std::size_t found = 0;
    for (std::size_t end = *entries_in(branch); end - found > 1;) {
        const std::size_t mid = found + (end - found) / 2;
        (is_behind(branch_item(branch, mid), key, component) ? end : found) = mid;
    }
    return found;
}

void TableLookup::turn_to(Leaf& leaf, std::string_view key, unsigned component) {
    if (empty_) return;
    std::uint32_t block = root_;
    for (std::uint32_t level = level_; level > 0; --level) {
        const std::string& above = branch(block, level);
        block = child(above, child_with(above, key, component));
    }
    turn_to(leaf, block);
}

bool TableLookup::turn_behind(Leaf& leaf, std::string_view key, unsigned component) {
    if (empty_) return false;
    std::uint32_t block = root_;
    std::optional<std::uint32_t> behind;
    std::uint32_t behind_level = 0;
    for (std::uint32_t level = level_; level > 0; --level) {
        const std::string& above = branch(block, level);
        const std::size_t entry = child_with(above, key, component);
        block = child(above, entry);
        if (entry + 1 == *entries_in(above)) continue;
        behind = child(above, entry + 1);
        behind_level = level - 1;
    }
    if (!behind) return false;
    for (std::uint32_t level = behind_level; level > 0; --level)
        behind = child(branch(*behind, level), 0);
    turn_to(leaf, *behind);
    return true;
}

void TableLookup::turn_to(Leaf& leaf, std::uint32_t block) {
    if (leaf.size_ > 0 && leaf.block_ == block) return;
    leaf.size_ = 0;
    read(block, 0, leaf.bytes_);
    leaf.bytes_.append(padding, '\0');
    leaf.block_ = block;
    leaf.size_ = *entries_in(std::string_view(leaf.bytes_).substr(0, block_bytes_));
}

}  // namespace morgue::glass
