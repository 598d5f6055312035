#include <algorithm>
#include <sstream>

#include <morgue/version.hpp>

#include <tools/diagnostics.hpp>
#include <tools/line/arguments.hpp>
#include <tools/line/command_line.hpp>
#include <tools/line/flag_checks.hpp>
#include <tools/output.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t column = 26;

constexpr const char* introduction =
    "Find past articles again: index a folder of them once, then search it.\n"
    "\n"
    "  morgue index ~/archive                  read what is new or changed\n"
    "  morgue search '\"storm corps\" russia'    find a phrase and a word\n"
    "  morgue show 3f2a9c41b0de                read a whole article\n";

std::string version_line() {
    return std::string{"morgue "} + std::string{version()} + " (Xapian " +
           std::string{xapian_version()} + ", index format " + std::to_string(index_format()) + ")";
}

std::string row(const std::string& left, const std::string& right) {
    std::ostringstream text;
    CLI::detail::format_help(text, left, right, column);
    return text.str();
}

std::string names_of(const CLI::Option& option) {
    std::string names = option.get_name(false, true);
    if (const auto comma = names.find(','); comma != std::string::npos)
        names.insert(comma + 1, " ");
    return names;
}

std::string options_of(const CLI::App& app) {
    std::string rows;
    for (const CLI::Option* option : app.get_options()) {
        const std::string value = option->get_option_text();
        rows +=
            row(names_of(*option) + (value.empty() ? "" : " " + value), option->get_description());
    }
    return rows;
}

std::string indented(std::string_view lines) {
    std::string text;
    std::istringstream in{std::string{lines}};
    for (std::string line; std::getline(in, line);) text += "  " + line + "\n";
    return text;
}

}  // namespace

CommandLine::CommandLine() : app_(introduction, "morgue") {
    for (const auto make : {make_index_command, make_search_command, make_show_command,
                            make_count_command, make_status_command, make_help_command})
        commands_.push_back(make());
    declare();
}

void CommandLine::declare() {
    app_.set_help_flag();
    app_.add_option("-d,--index", common_.index_dir, "the index, or the folder with its .morgue")
        ->option_text("DIR");
    app_.add_option("--color", common_.color, "auto, always or never")
        ->option_text("WHEN")
        ->check(one_of({"auto", "always", "never"}));
    app_.add_flag("--plain", common_.plain, "for screen readers: one labelled line a field");
    app_.add_flag("--no-pager", common_.no_pager, "print to the terminal itself, however long");
    app_.add_flag("-v,--verbose", common_.verbose,
                  "say which index is used and how a query is read");
    app_.add_flag("-h,--help", wants_help_, "this help");
    app_.add_flag("--version", wants_version_, "the version, and Xapian's");
    app_.require_subcommand(0, 1);
    for (const auto& command : commands_) {
        CLI::App* const flags =
            app_.add_subcommand(std::string{command->name()}, std::string{command->summary()});
        flags->set_help_flag();
        flags->fallthrough();
        command->declare(*flags);
    }
}

Command* CommandLine::find(std::string_view name) const {
    const auto found = std::find_if(commands_.begin(), commands_.end(),
                                    [&](const auto& command) { return command->name() == name; });
    return found == commands_.end() ? nullptr : found->get();
}

void CommandLine::parse_flags(Arguments& arguments) {
    const std::string& command = arguments.command;
    std::vector<std::string> flags = std::move(arguments.flags);
    if (!command.empty()) flags.insert(flags.begin(), command);
    std::reverse(flags.begin(), flags.end());  // as CLI11 takes them
    try {
        app_.parse(std::move(flags));
    } catch (const CLI::ParseError& error) {
        throw UsageError(error.what(),
                         "morgue " + command + (command.empty() ? "" : " ") + "--help says more");
    }
}

ExitCode CommandLine::run(std::span<char* const> typed) {
    Arguments arguments = split_arguments(app_, typed);
    parse_flags(arguments);
    if (common_.verbose) be_verbose();
    Command* const command = find(arguments.command);
    if (wants_version_)
        write_line(version_line());
    else if (command == nullptr)
        write_out(help());
    else if (wants_help_)
        write_out(help_for(command->name()));
    else
        return command->run({std::move(arguments.operands), common_, this});
    return ExitCode::success;
}

std::string CommandLine::help() const {
    std::string text = app_.get_description() + "\nCommands:\n";
    for (const auto& command : commands_)
        text += row(std::string{command->name()}, std::string{command->summary()});
    return text + "\nOptions:\n" + options_of(app_) +
           "\nmorgue COMMAND --help and morgue help query say more.\n";
}

std::string CommandLine::help_for(std::string_view name) const {
    const Command* const command = find(name);
    if (command == nullptr) return {};
    const std::string own = options_of(*app_.get_subcommand(std::string{name}));
    std::string text = "morgue " + std::string{name} + " " + std::string{command->operands()} +
                       "\n  " + std::string{command->summary()} + "\n\nExamples:\n" +
                       indented(command->examples());
    if (!own.empty()) text += "\nOptions:\n" + own;
    return text + "\nOptions of every command:\n" + options_of(app_);
}

}  // namespace morgue::tools
