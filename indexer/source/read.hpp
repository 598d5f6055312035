#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include <morgue/ingest.hpp>

#include <base/file.hpp>
#include <schema/stored_article.hpp>

namespace morgue::indexer {

/// A file's bytes and what it looked like while they were read.
struct FileBytes {
    std::string bytes;
    schema::FileState state;
};

/// Why a file's bytes could not be had.
struct Unreadable {
    SkipReason reason;
    std::string detail;
};

/// A regular file that can be read, and what it looked like when it was opened; its content is not
/// known.
struct OpenFile {
    base::Descriptor descriptor;
    schema::FileState state;
};

/// Follows no link unasked, and never waits on a FIFO.
std::variant<OpenFile, Unreadable> open_article_file(const std::string& path, bool follow_link);

/// Whether it is no longer as it was.
bool has_changed(const OpenFile& file);

struct ReadLimits {
    std::size_t max_bytes;
    bool follow_link = false;  ///< the path itself may be a link
};

/// Reads a file whole, as it was opened, and takes none that changes meanwhile.
std::variant<FileBytes, Unreadable> read_article_file(const std::string& path,
                                                      const ReadLimits& limits);

}  // namespace morgue::indexer
