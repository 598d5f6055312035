#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>

#include <morgue/export.hpp>

namespace morgue {

struct CompactReport {
    std::size_t articles = 0;
    std::uint64_t bytes_before = 0;  ///< of what is searched
    std::uint64_t bytes_after = 0;   ///< likewise; the old files go at a run a minute later
    bool interrupted = false;        ///< stopped; the articles are as they were
};

/// Makes one part of all parts of an index, without what was removed or superseded: it becomes as
/// small and as quick as if it had been made at once. Readers go on meanwhile.
///
/// Throws Error: index_locked, io_error (with the figures, before anything is written, where the
/// disk has no room), and as Searcher::open does; the index stays as it was.
MORGUE_EXPORT CompactReport compact(const std::string& index_dir, std::stop_token stop = {});

}  // namespace morgue
