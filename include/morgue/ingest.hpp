#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <morgue/article.hpp>
#include <morgue/export.hpp>
#include <morgue/query.hpp>

namespace morgue {

/// Why a file gave no article. The numbers reach the disk: add at the end only.
enum class SkipReason : unsigned char {
    no_reader = 0,     ///< a format that Morgue does not read
    empty = 1,         ///< no text in it
    binary = 2,        ///< not text at all
    too_large = 3,     ///< over IngestOptions::max_file_bytes
    unreadable = 4,    ///< no permission, or an input/output error
    not_a_file = 5,    ///< a FIFO, socket or device
    vanished = 6,      ///< gone, or changed, while being read
    bad_encoding = 7,  ///< its bytes are not what it declares
    malformed = 8,     ///< the format's own rules are broken beyond use
};

/// The words printed for a reason, such as "no reader".
MORGUE_EXPORT std::string_view to_string(SkipReason reason) noexcept;

/// A file that gave no article.
struct Skip {
    std::string path;  ///< absolute; bytes, perhaps not UTF-8
    SkipReason reason;
    std::string detail;  ///< what the system or the reader said; may be empty
};

struct Rename {
    std::string from;
    std::string to;
    ArticleId old_id;
    ArticleId new_id;
};

/// Removals that were not carried out, so that an unmounted disk cannot empty an archive.
struct Withheld {
    std::string root;
    std::size_t articles = 0;
    std::string why;
    bool can_be_confirmed = true;  ///< IngestOptions::confirm_removals would carry them out
};

struct IngestProgress {
    std::size_t files_seen = 0;
    std::size_t files_to_read = 0;
    std::size_t files_read = 0;
    std::uint64_t bytes_read = 0;
};

struct IngestOptions {
    /// Directories, or files below a known root, to bring up to date.
    std::vector<std::string> paths = {};
    std::string lang = {};          ///< language of articles here that state none; remembered
    bool confirm_removals = false;  ///< carry out removals however many
    std::size_t max_file_bytes = std::size_t{64} << 20;
    /// A long run publishes what it has whenever it has read this much or worked this long.
    std::uint64_t publish_every_bytes = std::uint64_t{2} << 30;
    std::chrono::seconds publish_every{300};
    /// Called from the calling thread.
    std::function<void(const IngestProgress&)> on_progress = {};
};

struct IngestReport {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t removed = 0;
    std::size_t unchanged = 0;
    std::vector<Rename> renamed;
    std::vector<Skip> skipped;  ///< all files below the paths that give no article
    std::vector<Withheld> withheld;
    std::vector<Note> notes;
    bool interrupted = false;  ///< stopped by the stop token; what was read is published
    std::size_t articles = 0;  ///< in the index now
    std::size_t undated = 0;   ///< of these, without a stated date
    std::uint64_t bytes_read = 0;
};

/// Brings the index up to date with its files: only what changed is read. Creates the index if
/// there is none. One bad file is skipped by name and stops nothing.
///
/// Throws Error: index_locked (with host and pid of the other writer), index_corrupt,
/// index_too_new, io_error (the index stays as it was), bad_argument (a path that is not there).
/// Not to be called for one index from two threads at once.
MORGUE_EXPORT IngestReport ingest(const std::string& index_dir, const IngestOptions& options,
                                  std::stop_token stop = {});

}  // namespace morgue
