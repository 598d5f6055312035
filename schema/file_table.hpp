#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/durable_file.hpp>
#include <base/file.hpp>

namespace morgue::schema {

/// Names a table, and tells it from any other of that name.
struct FileTableId {
    std::uint64_t number = 0;
    std::uint64_t bytes = 0;
    std::uint32_t crc = 0;  ///< CRC32C of all of them

    std::string file_name() const { return "files." + std::to_string(number); }

    friend bool operator==(const FileTableId&, const FileTableId&) = default;
};

/// Whether a file of this name may be a table, or was to become one.
bool is_file_table(std::string_view name);

/// Writes a table: keys and their states in order, never modified. Keys are cut to what differs
/// from the one before.
class FileTableWriter {
  public:
    FileTableWriter(const std::string& dir, std::uint64_t number);

    /// Keys ascend. An empty state says that there is no such key.
    void add(std::string_view key, std::string_view state);
    /// Durably. Nothing more is added then.
    FileTableId finish();

  private:
    void end_block();
    void write(std::string_view bytes);

    FileTableId id_;
    base::DurableFile file_;
    std::string block_;
    std::string last_key_;
    std::string directory_;
};

/// A table, read a block at a time, so that one of millions of files takes little memory.
/// Safe for several threads.
class FileTable : public std::enable_shared_from_this<FileTable> {
  public:
    /// Nothing when it is not there or not whole: all its bytes are checked.
    static std::shared_ptr<const FileTable> open(const std::string& dir, const FileTableId& id);

    const FileTableId& id() const noexcept { return id_; }
    /// The key's state, which may be empty; nothing when the table says nothing of it.
    std::optional<std::string> find(std::string_view key) const;

    /// Reads on from any key. Throws FileError when the disk fails.
    class Cursor {
      public:
        /// At the first key that is not less than this one.
        Cursor(std::shared_ptr<const FileTable> table, std::string_view from);

        bool at_end() const noexcept { return at_end_; }
        /// Until next().
        std::string_view key() const noexcept { return key_; }
        std::string_view state() const noexcept {
            return std::string_view(bytes_).substr(state_at_, state_bytes_);
        }
        void next();

      private:
        std::shared_ptr<const FileTable> table_;
        std::size_t next_block_ = 0;
        std::string bytes_;     ///< of the block
        std::size_t next_ = 0;  ///< in them
        std::string key_;
        std::size_t state_at_ = 0;
        std::size_t state_bytes_ = 0;
        bool at_end_ = false;
    };

  private:
    struct Block {
        std::uint64_t offset = 0;
        std::uint64_t bytes = 0;
        std::string first_key;
    };

    FileTable(std::string path, const FileTableId& id) : path_(std::move(path)), id_(id) {}
    bool is_whole();
    bool read_directory();
    std::size_t block_of(std::string_view key) const;
    /// Fills `into` from there.
    void read(std::uint64_t offset, std::string& into) const;

    std::string path_;
    FileTableId id_;
    base::Descriptor file_;
    std::vector<Block> blocks_;
    std::string last_key_;
};

}  // namespace morgue::schema
