#pragma once

#include <string>

#include <tools/line/commands.hpp>

namespace morgue::tools {

/// One screen: what to type, three examples, and the flags that fit; all others by name.
std::string short_help(const Commands& commands);
std::string short_help(const Commands& commands, const Command& command);

/// All that the manual says of the program, or of a command.
std::string long_help(const Commands& commands);
std::string long_help(const Commands& commands, const Command& command);

}  // namespace morgue::tools
