#include <algorithm>
#include <thread>
#include <unistd.h>

#include <indexer/resources.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t most_memory_bytes = std::size_t{1} << 30;
constexpr std::size_t least_memory_bytes = std::size_t{1} << 20;

std::size_t usual_memory_bytes() {
    const auto pages = static_cast<std::size_t>(std::max(::sysconf(_SC_PHYS_PAGES), 0L));
    const auto page_bytes = static_cast<std::size_t>(std::max(::sysconf(_SC_PAGESIZE), 0L));
    return std::min(pages / 4 * page_bytes, most_memory_bytes);
}

/// A stretch as its text, its documents and its run, which are there at the same time.
constexpr std::size_t stretch_factor = 6;
/// Fewer would not pay.
constexpr std::size_t least_words = std::size_t{1} << 12;

}  // namespace

Resources resources_of(const IngestOptions& options) {
    Resources made{};
    made.store.threads =
        options.threads > 0 ? options.threads : std::max(std::thread::hardware_concurrency(), 1U);
    const std::size_t wanted =
        options.memory_bytes > 0 ? options.memory_bytes : usual_memory_bytes();
    const std::size_t memory = std::max(wanted, least_memory_bytes);
    // Half for stretches: one for each thread, one that waits, and one that is being gathered.
    const std::size_t stretch = memory / 2 / (made.store.threads + 2) / stretch_factor;
    made.store.shard.engine = options.engine;
    made.store.shard.stretch_bytes = std::min(stretch, made.store.shard.stretch_bytes);
    made.read_ahead_bytes = memory / 16;
    made.leader_bytes = memory / 4;
    made.store.shard.memory_bytes = memory / 4;
    const std::size_t words = memory / 6 / made.store.threads / DocumentBuilder::bytes_a_word;
    made.store.shard.words = std::clamp(words, least_words, DocumentBuilder::usual_words);
    return made;
}

}  // namespace morgue::indexer
