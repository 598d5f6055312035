#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tools/exit_code.hpp>

namespace morgue::tools {

class FlagSet;

class Commands;

/// What may stand before or after any subcommand.
struct CommonFlags {
    std::vector<std::string> index_dirs;  ///< as typed; none where none was named
    std::vector<std::string> from_dirs;   ///< to be gone to one after the other, first of all
    std::string color = "auto";
    bool plain = false;  ///< for screen readers: labelled lines, no spinner, no pager
    bool no_pager = false;
    bool verbose = false;
    bool wants_short_help = false;
    bool wants_help = false;
    bool wants_version = false;
};

/// What a subcommand is given to work on.
struct Invocation {
    std::vector<std::string> operands;  ///< the arguments that are no options
    CommonFlags common;
    const Commands& commands;        ///< for help and completion
    std::vector<std::string> typed;  ///< all arguments, to be repeated in advice
    /// To be set when not all of what was named could be read: what would have been success is
    /// then a partial one.
    bool& is_partial;
};

/// A subcommand: what help says of it, its flags, and what it does. One file each.
class Command {
  public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    virtual std::string_view name() const = 0;
    virtual std::string_view short_form() const { return {}; }  ///< another name; may be empty
    /// As usage shows them: "QUERY...". Their words tell completion what to offer.
    virtual std::string_view operands() const = 0;
    virtual std::string_view summary() const = 0;   ///< one line
    virtual std::string_view examples() const = 0;  ///< one a line; the first three in short help
    /// For the manual: paragraphs, between empty lines.
    virtual std::string_view details() const { return {}; }
    virtual bool is_hidden() const { return false; }  ///< for programs, not told of
    virtual void declare(FlagSet& flags) = 0;
    virtual ExitCode run(const Invocation& invocation) = 0;
};

std::unique_ptr<Command> make_index_command();
std::unique_ptr<Command> make_search_command();
std::unique_ptr<Command> make_show_command();
std::unique_ptr<Command> make_similar_command();
std::unique_ptr<Command> make_count_command();
std::unique_ptr<Command> make_kwic_command();
std::unique_ptr<Command> make_timeline_command();
std::unique_ptr<Command> make_status_command();
std::unique_ptr<Command> make_forget_command();
std::unique_ptr<Command> make_clone_command();
std::unique_ptr<Command> make_compact_command();
std::unique_ptr<Command> make_check_command();
std::unique_ptr<Command> make_audit_command();
std::unique_ptr<Command> make_parse_command();
std::unique_ptr<Command> make_help_command();
std::unique_ptr<Command> make_complete_command();
std::unique_ptr<Command> make_manual_command();

}  // namespace morgue::tools
