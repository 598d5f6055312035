#pragma once

#include <cstdint>
#include <glass/block_file.hpp>
#include <string>
#include <string_view>
#include <vector>

#include <base/manifest.hpp>

namespace morgue::glass {

/// Where a table's tree begins, as the version file states it.
struct TableRoot {
    std::uint32_t block = 0;
    std::uint32_t level = 0;    ///< of branches above the leaves
    std::uint64_t entries = 0;  ///< keys
    std::uint32_t blocks = 0;   ///< in the file; 0 where there is no file
    base::FileChecksums checksums = {};
};

enum class Tag { raw, deflated };

/// Writes one table of a glass database: keys in order in, a B-tree out. Every block is written
/// once, as soon as it is full, so the leaves stand in the file in the order of their keys.
/// Source: xapian-core 1.4, backends/glass/glass_table.cc.
class TableWriter {
  public:
    static constexpr std::size_t block_size = 8192;
    static constexpr std::size_t max_key_bytes = 255;
    /// Of a key and one component of its tag. Updates by Xapian rely on four to a block.
    static constexpr std::size_t max_item_bytes = (block_size - 19) / 4;
    static constexpr unsigned max_components = 65535;
    /// Of a tag, as stored, whatever its key.
    static constexpr std::size_t max_tag_bytes =
        (max_item_bytes - max_key_bytes - 5) * max_components;

    /// Nothing is created before the first key, unless `always`.
    enum class Creation { lazy, always };
    TableWriter(std::string path, Creation creation);

    /// Keys ascend strictly. A tag of several blocks is cut into components.
    /// Throws base::FileError and std::length_error for a key or a tag that is too long.
    void add(std::string_view key, std::string_view tag, Tag form = Tag::raw);

    /// Writes what is left; nothing may be added after.
    TableRoot finish();

  private:
    /// A key and which component of its tag: what a block begins with.
    struct Mark {
        std::string key;
        unsigned component = 0;
    };
    /// One block of each level is open at a time.
    struct OpenBlock {
        std::string bytes;
        std::size_t items = 0;
        std::size_t lowest = block_size;  ///< items fill the block from its end
        Mark separator;                   ///< what stands before this block's keys, in its parent
    };
    struct Component {
        unsigned number = 1;
        bool last = true;
        Tag form = Tag::raw;
        std::string_view bytes;
    };

    void create();
    void open_block(std::size_t level, Mark separator);
    std::size_t room(const OpenBlock& block) const;
    /// Where to write an item of this size, which fits.
    char* new_item(OpenBlock& block, std::size_t size) const;
    std::uint32_t write_block(std::size_t level);
    /// Writes the level's block and enters it into the level above.
    std::uint32_t close_block(std::size_t level);
    void add_branch(std::size_t level, const Mark& separator, std::uint32_t child);
    void add_component(std::string_view key, const Component& component);
    /// What is put between the open leaf and a new one that begins so.
    Mark separator_before(std::string_view key, unsigned component) const;
    std::string_view last_key() const;

    std::string path_;
    BlockFile file_;
    base::Checksummer checksummer_;
    std::vector<OpenBlock> levels_;
    std::uint64_t entries_ = 0;
    std::uint32_t blocks_ = 0;
};

}  // namespace morgue::glass
