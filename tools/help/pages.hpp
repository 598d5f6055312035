#pragma once

#include <vector>

#include <tools/help/page.hpp>
#include <tools/help/topics.hpp>
#include <tools/line/commands.hpp>

namespace morgue::tools {

Page page_of(const Commands& commands);
Page page_of(const Commands& commands, const Command& command);
Page page_of(const Topic& topic);

/// Every page of the manual, those of part 7 made of several topics.
std::vector<Page> manual(const Commands& commands);

}  // namespace morgue::tools
