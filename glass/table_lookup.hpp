#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/block.hpp>
#include <glass/errors.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include <base/file.hpp>

namespace morgue::glass {

struct TableFacts;

/// Finds keys in a table that nobody changes any more, be it ours or Xapian's. It keeps one file
/// open, remembers branches, and believes nothing of what it reads. Belongs to one thread.
class TableLookup {
  public:
    /// Throws base::FileError.
    TableLookup(std::string path, const TableFacts& facts);

    /// A leaf that was read; whoever looks for neighbours finds them there.
    class Leaf {
      public:
        /// Items; 0 before anything was read.
        std::size_t size() const noexcept { return size_; }

      private:
        friend class TableLookup;
        std::uint32_t block_ = 0;
        std::string bytes_;  ///< and padding
        std::size_t size_ = 0;
    };
    /// Behind an item so many bytes more can be read, whatever they are.
    static constexpr std::size_t padding = 8;

    /// An item by its number, below leaf.size(). Throws MalformedTable.
    LeafItem item(const Leaf& leaf, std::size_t entry) const;
    std::string_view key(const Leaf& leaf, std::size_t entry) const;
    /// The number of the first item whose key does not sort before this one; the leaf's size where
    /// all do. Throws MalformedTable.
    std::size_t first_not_before(const Leaf& leaf, std::string_view key) const;
    /// The number that put_sortable() wrote behind so many bytes of an item's key, at its end.
    /// Throws MalformedTable.
    std::uint64_t number_in_key(const Leaf& leaf, std::size_t entry, std::size_t begin) const {
        using namespace block_layout;
        const char* const block = leaf.bytes_.data();
        const std::size_t at =
            big_endian<std::uint16_t>(block + header_bytes + entry_bytes * entry);
        if (at + item_head_bytes > block_bytes_) fail();
        const std::size_t key_bytes = static_cast<unsigned char>(block[at + 2]);
        const std::size_t bytes = key_bytes - begin;
        if (bytes - 2 > 3 || at + item_head_bytes + key_bytes > block_bytes_) fail();
        const auto number = big_endian<std::uint64_t>(block + at + item_head_bytes + begin);
        // It begins with a one for each byte over two, and a zero.
        return number >> (64 - 8 * bytes) & ((std::uint64_t{1} << (7 * bytes + 1)) - 1);
    }
    /// Turns to the leaf that has the component of the key's tag, if any has. Throws
    /// base::FileError and MalformedTable.
    void turn_to(Leaf& leaf, std::string_view key, unsigned component);
    /// Turns to the leaf behind that one; false, and nothing is done, where it is the last. Throws
    /// base::FileError and MalformedTable.
    bool turn_behind(Leaf& leaf, std::string_view key, unsigned component);

    [[noreturn]] void fail() const { throw MalformedTable(path_); }

  private:
    const std::string& branch(std::uint32_t block, std::uint32_t level);
    std::string_view branch_item(const std::string& branch, std::size_t entry) const;
    std::uint32_t child(const std::string& branch, std::size_t entry) const;
    /// The number of the child that has the component of the key's tag, if any has.
    std::size_t child_with(const std::string& branch, std::string_view key,
                           unsigned component) const;
    void turn_to(Leaf& leaf, std::uint32_t block);
    void read(std::uint32_t block, std::uint32_t level, std::string& bytes) const;

    std::string path_;
    base::Descriptor file_;
    std::size_t block_bytes_;
    std::uint32_t root_;
    std::uint32_t level_;  ///< of the root, above the leaves
    bool empty_;
    std::unordered_map<std::uint32_t, std::string> branches_;  ///< by block
};

}  // namespace morgue::glass
