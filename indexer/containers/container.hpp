#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include <indexer/containers/byte_stream.hpp>
#include <indexer/packing/member.hpp>
#include <indexer/packing/packing.hpp>

namespace morgue::indexer {

/// A file that holds others. Gives them in the order in which they stand, in bounded memory.
class Container {
  public:
    virtual ~Container() = default;
    /// Nothing at the end.
    virtual std::optional<Member> next() = 0;
    /// Of its members, those so far that were passed over.
    const PassedParts& passed() const noexcept { return passed_; }

  protected:
    PassedParts passed_;
};

struct ContainerLimits {
    std::size_t most_bytes;  ///< of a member
};

/// The input outlives it. The packing has a holder.
std::unique_ptr<Container> open_container(Input& input, const Packing& packing,
                                          const ContainerLimits& limits);

}  // namespace morgue::indexer
