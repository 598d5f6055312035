#pragma once

#include <vector>

#include <tools/help/page.hpp>

namespace morgue::tools {

/// What the topic on output says of results for people.
std::vector<Section> looks_sections();

}  // namespace morgue::tools
