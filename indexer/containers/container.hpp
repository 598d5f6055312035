#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include <indexer/containers/byte_stream.hpp>
#include <indexer/containers/packing.hpp>
#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// What is told of a member beside its bytes.
struct MemberFacts {
    std::string path;     ///< in which a date may stand; empty for that of the file
    std::string charset;  ///< that the server declared; may be empty
    std::string url;
    std::string fetched;  ///< when a crawler got it, ISO 8601
};

/// One of the files that a file holds.
struct Member {
    std::string label;      ///< as in Location::member; whatever it says, it is only a label
    std::string name = {};  ///< a file's name, by which its format is told
    std::string bytes = {};
    MemberFacts facts = {};
    std::optional<Unread> unread = std::nullopt;  ///< why its bytes could not be had
};

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
