#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/deflater.hpp>
#include <glass/document.hpp>
#include <glass/run_builder.hpp>
#include <glass/table_writer.hpp>
#include <glass/value_writer.hpp>
#include <glass/version_file.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::glass {

struct WriterOptions {
    std::size_t memory_bytes = std::size_t{1} << 28;  ///< what is inverted beyond that is spilled
};

/// Writes a whole glass database, once: documents in, a directory out that any Xapian 1.4 opens,
/// searches, checks, updates and compacts. It is durable when the caller has synced the folder.
///
/// Throws base::FileError, and std::length_error for what the format cannot hold: then nothing of
/// that document is written. Not thread-safe.
class DatabaseWriter {
  public:
    /// `path` is a folder that is there and empty.
    explicit DatabaseWriter(std::string path, const WriterOptions& options = {});

    /// Docids ascend strictly, from 1 on.
    void add(std::uint32_t docid, const DocumentView& document);
    /// Replaces what the key held; an empty value is no entry.
    void set_metadata(std::string key, std::string value);

    /// Writes everything down and gives the database's UUID. Nothing may be added after.
    std::string finish();

  private:
    void count(std::uint32_t docid, const DocumentView& document);
    void spill();
    std::string table(std::string_view name) const;
    TableRoot write_postlist(TableRoot& position);

    std::string path_;
    WriterOptions options_;
    TableWriter docdata_;
    TableWriter termlist_;
    Deflater deflater_;
    RunBuilder run_;
    std::vector<std::string> runs_;
    std::map<std::string, std::string> metadata_;
    ValueSlots slots_;
    Statistics statistics_;
    struct Length {
        std::uint32_t docid;
        std::uint32_t length;
    };
    std::vector<Length> lengths_;
    std::string key_;
    std::string tag_;
};

}  // namespace morgue::glass
