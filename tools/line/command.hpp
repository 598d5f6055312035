#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tools/exit_code.hpp>

namespace CLI {
class App;
}

namespace morgue::tools {

class CommandLine;

/// What may stand before or after any subcommand.
struct CommonFlags {
    std::string index_dir;  ///< as typed; empty where none was named
    std::string color = "auto";
    bool plain = false;  ///< for screen readers: labelled lines, no spinner, no pager
    bool no_pager = false;
    bool verbose = false;
};

/// What a subcommand is given to work on.
struct Invocation {
    std::vector<std::string> operands;  ///< the arguments that are no options
    CommonFlags common;
    const CommandLine* line = nullptr;  ///< for help
};

/// A subcommand: what help says of it, its flags, and what it does. One file each.
class Command {
  public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    virtual std::string_view name() const = 0;
    virtual std::string_view operands() const = 0;  ///< as usage shows them: "QUERY..."
    virtual std::string_view summary() const = 0;   ///< one line
    virtual std::string_view examples() const = 0;  ///< one a line
    virtual void declare(CLI::App& flags) = 0;
    virtual ExitCode run(const Invocation& invocation) = 0;
};

std::unique_ptr<Command> make_index_command();
std::unique_ptr<Command> make_search_command();
std::unique_ptr<Command> make_show_command();
std::unique_ptr<Command> make_count_command();
std::unique_ptr<Command> make_status_command();
std::unique_ptr<Command> make_help_command();

}  // namespace morgue::tools
