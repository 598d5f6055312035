#pragma once

#include <cstdint>
#include <glass/block.hpp>
#include <glass/errors.hpp>
#include <glass/table_writer.hpp>
#include <string>
#include <string_view>

#include <base/file.hpp>

namespace morgue::glass {

/// Reads a table of ours from its first key to its last: the leaves stand in the file in the order
/// of their keys. Throws base::FileError and MalformedTable.
class TableReader {
  public:
    /// A table that has no file has no keys.
    explicit TableReader(std::string path);

    /// False after the last key. What is given lives until the next call.
    bool next();
    const std::string& key() const noexcept { return key_; }
    /// As stored: all components, still deflated if form() says so.
    const std::string& tag() const noexcept { return tag_; }
    Tag form() const noexcept { return form_; }

  private:
    /// False at the end of the file.
    bool next_leaf();
    bool next_item(LeafItem& item);
    [[noreturn]] void fail() const { throw MalformedTable(path_); }

    std::string path_;
    base::Descriptor file_;
    std::string buffer_;     ///< whole blocks
    std::size_t block_ = 0;  ///< where the current one begins in it
    std::size_t entry_ = 0;  ///< of the current block's directory
    std::size_t entries_ = 0;
    std::string key_;
    std::string tag_;
    Tag form_ = Tag::raw;
};

}  // namespace morgue::glass
