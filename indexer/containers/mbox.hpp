#pragma once

#include <memory>

#include <indexer/containers/container.hpp>

namespace morgue::indexer {

/// A mailbox: messages behind lines that begin with "From ". A message is named by where its line
/// stands.
std::unique_ptr<Container> open_mbox(Input& input, const Packing& packing,
                                     const ContainerLimits& limits);

}  // namespace morgue::indexer
