#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <indexer/containers/container.hpp>

namespace morgue::indexer {

/// All members of a file, and of what they hold themselves, one after the other.
class Members {
  public:
    /// `name` is the file's, and has a holder.
    Members(std::unique_ptr<Input> input, std::string_view name, const ContainerLimits& limits);

    /// So far, of all containers.
    PassedParts passed() const;

    /// Decompressed, where a member is compressed; its name is then that of what was. Nothing at
    /// the end.
    std::optional<Member> next();

  private:
    /// A container and what leads to it.
    struct Level {
        std::unique_ptr<Input> input;
        std::unique_ptr<Container> container;
        std::string label;  ///< before those of its members
        std::string path;   ///< likewise
    };

    void close();
    void open(std::unique_ptr<Input> input, const Packing& packing, const Member& around);
    std::optional<Member> unpacked(Member member);
    bool within_budget(Member& member);

    ContainerLimits limits_;
    std::uint64_t budget_;  ///< bytes that may still come
    std::vector<Level> levels_;
    PassedParts passed_;  ///< in containers that are read
};

/// What a label leads to without a walk: the record of a crawl that begins where it says, and where
/// it is empty, all of a file that is compressed. Nothing where it leads nowhere so.
std::optional<Member> member_at(Input& input, std::string_view name, const ContainerLimits& limits,
                                std::string_view label);

}  // namespace morgue::indexer
