#pragma once

#include <span>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace morgue::tools {

/// A command line taken apart. Only flags go through CLI11: operands are texts of people (queries,
/// paths), which nothing may interpret.
struct Arguments {
    std::string command;             ///< empty where none stands
    std::vector<std::string> flags;  ///< options with their values
    std::vector<std::string> operands;
};

/// `app` declares the options. Throws UsageError for an option that it does not have, and for an
/// unknown subcommand.
Arguments split_arguments(const CLI::App& app, std::span<char* const> typed);

}  // namespace morgue::tools
