#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tools/line/command.hpp>
#include <tools/line/flag.hpp>

namespace CLI {
class App;
}

namespace morgue::tools {

/// The subcommands and all flags. Each flag is declared once, here or in its subcommand's file,
/// and feeds parsing, help, manuals and completion.
class Commands {
  public:
    Commands();
    ~Commands();

    /// Those to be told of, in the order of help.
    std::vector<const Command*> shown() const;
    /// By its name or its short form; null where there is none.
    Command* find(std::string_view name) const;
    /// The flags of every command.
    const std::vector<Flag>& flags() const { return flags_; }
    /// The flags of this command alone, which are declared when they are first asked for: of most
    /// runs, one command is.
    const std::vector<Flag>& flags_of(const Command& command) const;

    /// Sets what the flags of an already checked command line stand for.
    void set_flags(const std::string& command, std::vector<std::string> flags);
    const CommonFlags& common() const { return common_; }

  private:
    struct Known {
        std::unique_ptr<Command> command;
        std::optional<std::vector<Flag>> flags = std::nullopt;
    };

    void declare_common();
    std::vector<Flag> declare(Command& command) const;

    mutable std::vector<Known> all_;
    CommonFlags common_;
    std::unique_ptr<CLI::App> app_;
    std::vector<Flag> flags_;
};

}  // namespace morgue::tools
