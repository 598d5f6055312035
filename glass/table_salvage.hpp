#pragma once

#include <cstdint>
#include <glass/block.hpp>
#include <glass/block_file.hpp>
#include <glass/inflater.hpp>
#include <glass/table_writer.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace morgue::glass {

/// Reads what is whole of a table, however damaged: nothing in it is trusted, blocks and entries
/// that make no sense are passed over, and so is what the disk does not give. That an entry makes
/// sense does not show that it is as it was written: its bytes need a checksum of their own.
class TableSalvage {
  public:
    /// A table that has no file has no keys. Throws base::FileError.
    explicit TableSalvage(std::string path);

    /// The next entry, in the order of the file; false after the last one.
    bool next();
    const std::string& key() const noexcept { return key_; }
    /// Inflated, until the next call; nothing where it cannot be.
    std::optional<std::string_view> tag();

  private:
    bool next_block();
    /// Whether the item completes an entry.
    bool take(const LeafItem& item);

    std::string path_;
    base::Descriptor file_;
    std::uint64_t blocks_ = 0;
    std::uint64_t next_block_ = 0;
    std::string block_;
    std::size_t entry_ = 0;
    std::size_t entries_ = 0;
    std::string key_;
    std::string tag_;
    Tag form_ = Tag::raw;
    unsigned component_ = 0;  ///< the last one taken of an entry that is not complete
    Inflater inflater_;
};

}  // namespace morgue::glass
