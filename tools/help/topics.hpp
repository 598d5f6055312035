#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <tools/help/page.hpp>

namespace morgue::tools {

/// Something that help tells of beside the commands.
struct Topic {
    std::string_view name;     ///< as in: morgue help NAME
    std::string_view summary;  ///< a few words
    std::string_view page;     ///< of the manual: "morgue query"; empty for a part of morgue(1)
    std::vector<Section> (*sections)();
};

std::span<const Topic> topics() noexcept;
/// Null where there is no such topic.
const Topic* find_topic(std::string_view name) noexcept;

/// What the program is, and three examples: what all help begins with.
Section introduction();

}  // namespace morgue::tools
