#pragma once

#include <chrono>
#include <cstddef>

namespace morgue::indexer {

/// Takes from this process, for good, what reading does not need: more memory than that, images of
/// a crash, and all that opens a file, a connection or another process. What it holds open stays.
void confine(std::size_t memory_bytes);

/// From now on the process may take so much of the processor's time, and ends by SIGXCPU then.
void allow_time(std::chrono::seconds time);

}  // namespace morgue::indexer
