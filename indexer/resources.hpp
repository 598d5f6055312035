#pragma once

#include <cstddef>

#include <morgue/ingest.hpp>

#include <indexer/store.hpp>

namespace morgue::indexer {

/// What a run may use: threads, and each stage's share of the memory.
struct Resources {
    StoreOptions store;
    std::size_t read_ahead_bytes;  ///< of files
    std::size_t leader_bytes;  ///< of articles to compare with; then what is pending is published
};

Resources resources_of(const IngestOptions& options);

}  // namespace morgue::indexer
