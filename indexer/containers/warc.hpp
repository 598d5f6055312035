#pragma once

#include <memory>

#include <indexer/containers/container.hpp>

namespace morgue::indexer {

/// WARC and ARC files. A member is what a server sent with success, or a record of its own, where
/// it is text of a kind that a reader knows; it is named by where its record stands. What a revisit
/// repeats is looked for in the same file. Behind damage it goes on with the next whole record.
std::unique_ptr<Container> open_warc(Input& input, const Packing& packing,
                                     const ContainerLimits& limits);

/// The member whose record begins there.
std::optional<Member> warc_member_at(Input& input, const Packing& packing,
                                     const ContainerLimits& limits, const StreamPlace& place);

}  // namespace morgue::indexer
