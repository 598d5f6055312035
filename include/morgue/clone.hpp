#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include <morgue/export.hpp>
#include <morgue/query.hpp>

namespace morgue {

struct CloneOptions {
    std::stop_token stop = {};  ///< leaves nothing behind
    /// Bytes copied of those to copy; called from the calling thread. When the index is published
    /// meanwhile and its old files go, copying begins again.
    std::function<void(std::uint64_t copied, std::uint64_t all)> on_progress = {};
};

struct CloneReport {
    std::size_t articles = 0;
    std::uint64_t bytes = 0;
    bool interrupted = false;  ///< stopped; there is no copy
    std::vector<Note> notes;   ///< on folders that are found in relation to the index's place
};

/// Copies an index as it was published at one moment, also while another process writes it. The
/// copy is durable when this returns, and the source is only read. `to` is the copy's own folder;
/// it must not exist, or be empty. The copy is readable no more widely than the index.
///
/// Throws Error: bad_argument (`to` is not empty, or lies within the index), and as
/// Searcher::open does.
MORGUE_EXPORT CloneReport clone(const std::string& from, const std::string& to,
                                const CloneOptions& options = {});

}  // namespace morgue
