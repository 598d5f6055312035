#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <morgue/check.hpp>

namespace morgue::indexer {

/// Compares all files of one part of an index with its manifest, block by block. `go_on` is told
/// the bytes of each piece; when it says no, the rest is left out.
std::vector<Damage> damaged_files(const std::string& folder,
                                  const std::function<bool(std::uint64_t bytes)>& go_on);

}  // namespace morgue::indexer
