#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include <tools/line/arguments.hpp>
#include <tools/line/command.hpp>

namespace morgue::tools {

/// The command line as a whole. Each flag is declared once, here or in its subcommand's file, and
/// feeds both parsing and help.
class CommandLine {
  public:
    CommandLine();

    /// Does what is typed (without the program's name). Throws UsageError, and what the
    /// subcommand throws.
    ExitCode run(std::span<char* const> typed);

    /// What `morgue` alone prints.
    std::string help() const;
    /// What `morgue COMMAND --help` prints: usage, examples, then options. Empty for no command.
    std::string help_for(std::string_view command) const;

  private:
    void declare();
    Command* find(std::string_view name) const;
    void parse_flags(Arguments& arguments);

    std::vector<std::unique_ptr<Command>> commands_;
    CommonFlags common_;
    bool wants_help_ = false;
    bool wants_version_ = false;
    CLI::App app_;
};

}  // namespace morgue::tools
