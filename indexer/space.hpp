#pragma once

#include <cstdint>
#include <string>

namespace morgue::indexer {

/// What the index of so much text takes, about: its tables, and what is laid aside meanwhile.
std::uint64_t bytes_to_index(std::uint64_t text_bytes);

/// Throws Error(io_error), with both figures, where the disk has not so many bytes free: so that a
/// long run ends before it begins.
void require_space(const std::string& index_dir, std::uint64_t bytes);

}  // namespace morgue::indexer
