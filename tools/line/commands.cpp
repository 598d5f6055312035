#include <algorithm>
#include <cassert>

#include <CLI/CLI.hpp>

#include <tools/line/commands.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

/// The order of help: what is used most comes first.
constexpr auto makers = {make_search_command,   make_show_command,    make_similar_command,
                         make_kwic_command,     make_count_command,   make_timeline_command,
                         make_index_command,    make_status_command,  make_forget_command,
                         make_clone_command,    make_compact_command, make_check_command,
                         make_audit_command,    make_parse_command,   make_help_command,
                         make_complete_command, make_manual_command};

}  // namespace

Commands::Commands() : app_(std::make_unique<CLI::App>("", "morgue")) {
    app_->set_help_flag();
    app_->require_subcommand(0, 1);
    declare_common();
    for (const auto make : makers) all_.push_back({make()});
}

Commands::~Commands() = default;

std::vector<Flag> Commands::declare(Command& command) const {
    CLI::App& own =
        *app_->add_subcommand(std::string{command.name()}, std::string{command.summary()});
    own.set_help_flag();
    own.fallthrough();
    FlagSet flags{own};
    command.declare(flags);
    return flags.declared();
}

void Commands::declare_common() {
    FlagSet flags{*app_};
    flags.add_option("-d,--index", common_.index_dirs,
                     "the index, or the folder that holds its .morgue; several are searched as one",
                     {"DIR"});
    flags.add_option("-C", common_.from_dirs, "do all as if started in DIR", {"DIR"});
    flags.add_option("--color", common_.color, "when to colour what is shown (auto)",
                     {"WHEN", one_of({"auto", "always", "never"})});
    flags.add_flag("--plain", common_.plain, "for screen readers: one labelled line a field");
    flags.add_flag("--no-pager", common_.no_pager, "print to the terminal itself, however long");
    flags.add_flag("-v,--verbose", common_.verbose,
                   "say which index is used and how a query is read");
    flags.add_flag("-h", common_.wants_short_help, "help on one screen");
    flags.add_flag("--help", common_.wants_help, "all there is to say, as does morgue help");
    flags.add_flag("--version", common_.wants_version,
                   "the version, Xapian's and that of the index format");
    flags_ = flags.declared();
}

std::vector<const Command*> Commands::shown() const {
    std::vector<const Command*> commands;
    for (const Known& known : all_)
        if (!known.command->is_hidden()) commands.push_back(known.command.get());
    return commands;
}

Command* Commands::find(std::string_view name) const {
    const auto is_meant = [&](const Known& known) {
        const Command& command = *known.command;
        return command.name() == name || (!name.empty() && command.short_form() == name);
    };
    const auto found = std::find_if(all_.begin(), all_.end(), is_meant);
    return found == all_.end() ? nullptr : found->command.get();
}

const std::vector<Flag>& Commands::flags_of(const Command& command) const {
    const auto is_meant = [&](const Known& known) { return known.command.get() == &command; };
    const auto found = std::find_if(all_.begin(), all_.end(), is_meant);
    assert(found != all_.end());
    if (!found->flags) found->flags = declare(*found->command);
    return *found->flags;
}

void Commands::set_flags(const std::string& command, std::vector<std::string> flags) {
    if (const Command* const meant = find(command)) {
        flags_of(*meant);
        flags.insert(flags.begin(), command);
    }
    std::reverse(flags.begin(), flags.end());  // as CLI11 takes them
    try {
        app_->parse(std::move(flags));
    } catch (const CLI::ParseError& error) {
        // All that a person can get wrong was refused before.
        throw std::logic_error(error.what());
    }
}

}  // namespace morgue::tools
