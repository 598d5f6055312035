#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <tools/bench/corpus/archive.hpp>

namespace morgue::bench {

/// Writes every article of the archive below `folder`, in `threads` threads, and gives the bytes
/// written. Throws std::system_error where a file cannot be written.
std::uint64_t write_tree(const Archive& archive, const std::string& folder, std::size_t threads);

}  // namespace morgue::bench
