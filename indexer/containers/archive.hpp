#pragma once

#include <memory>

#include <indexer/containers/container.hpp>

namespace morgue::indexer {

/// ZIP, by its directory where that is whole, and tar in all its dialects. Members that nothing
/// reads are named and not unpacked; hidden ones, links and folders are passed over.
std::unique_ptr<Container> open_archive(Input& input, const Packing& packing,
                                        const ContainerLimits& limits);

}  // namespace morgue::indexer
