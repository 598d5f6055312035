#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/assembly.hpp>
#include <glass/deflater.hpp>
#include <glass/document.hpp>
#include <glass/run_builder.hpp>
#include <string>
#include <vector>

namespace morgue::glass {

struct WriterOptions {
    std::size_t memory_bytes = std::size_t{1} << 28;  ///< what is inverted beyond that is spilled
};

/// Writes a whole glass database, once: documents in, a directory out that any Xapian 1.4 opens,
/// searches, checks, updates and compacts.
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

    /// Writes everything down, durably, and gives the database's UUID. Nothing may be added after.
    std::string finish();

  private:
    void write_by_docid(std::uint32_t docid, const DocumentView& document);
    void spill();

    Assembly assembly_;
    WriterOptions options_;
    Deflater deflater_;
    RunBuilder run_;
    std::vector<std::string> runs_;
    std::string key_;
    std::string tag_;
};

}  // namespace morgue::glass
