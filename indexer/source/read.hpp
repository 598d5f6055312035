#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include <morgue/ingest.hpp>

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

struct ReadLimits {
    std::size_t max_bytes;
    bool follow_link = false;  ///< the path itself may be a link
};

/// Reads a regular file whole. Follows no link unasked, never waits on a FIFO, and takes no file
/// that changes meanwhile.
std::variant<FileBytes, Unreadable> read_article_file(const std::string& path,
                                                      const ReadLimits& limits);

}  // namespace morgue::indexer
