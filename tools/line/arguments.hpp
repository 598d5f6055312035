#pragma once

#include <span>
#include <string>
#include <vector>

namespace morgue::tools {

class FlagSet;

class Commands;

/// A command line taken apart. Only flags go through CLI11: operands are texts of people (queries,
/// paths), which nothing may interpret.
struct Arguments {
    std::string command;             ///< its full name; empty where none stands
    std::vector<std::string> flags;  ///< as CLI11 takes them, values checked
    std::vector<std::string> operands;
};

/// Throws UsageError for a subcommand or a flag that there is not, and for a value that its flag
/// does not take. Nothing is guessed: what was probably meant stands in the hint.
Arguments split_arguments(const Commands& commands, std::span<char* const> typed);

}  // namespace morgue::tools
