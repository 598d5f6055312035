#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <unistd.h>

#include <morgue/version.hpp>

#include <tools/diagnostics.hpp>
#include <tools/help/help.hpp>
#include <tools/line/arguments.hpp>
#include <tools/line/command_line.hpp>
#include <tools/line/commands.hpp>
#include <tools/output.hpp>
#include <tools/pager.hpp>
#include <tools/render/looks.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

std::string version_line() {
    return std::string{"morgue "} + std::string{version()} + " (Xapian " +
           std::string{xapian_version()} + ", index format " + std::to_string(index_format()) + ")";
}

void go_to(const std::string& dir) {
    if (::chdir(dir.c_str()) == 0) return;
    throw UsageError("cannot go to " + dir + ": " + std::strerror(errno),
                     "-C takes a folder that is there");
}

void print_paged(const std::string& text, const CommonFlags& common) {
    page_output(usual_looks(common));
    write_out(text);
}

/// Every command but help, of which nothing is asked but its words.
bool print_what_is_asked_of_the_program(const Commands& commands, const Command* command) {
    const CommonFlags& common = commands.common();
    if (common.wants_version)
        write_line(version_line());
    else if (common.wants_help)
        print_paged(command == nullptr ? long_help(commands) : long_help(commands, *command),
                    common);
    else if (common.wants_short_help || command == nullptr)
        write_out(command == nullptr ? short_help(commands) : short_help(commands, *command));
    else
        return false;
    return true;
}

bool would_be_whole(ExitCode code) {
    return code == ExitCode::success || code == ExitCode::nothing_found;
}

}  // namespace

bool asks_for_json(std::span<char* const> typed) {
    using namespace std::literals;
    for (std::size_t i = 0; i < typed.size() && typed[i] != "--"sv; ++i) {
        if (typed[i] == "--json"sv || typed[i] == "--format=json"sv) return true;
        if (typed[i] == "--format"sv && i + 1 < typed.size() && typed[i + 1] == "json"sv)
            return true;
    }
    return false;
}

ExitCode run_command_line(std::span<char* const> typed) {
    Commands commands;
    Arguments arguments = split_arguments(commands, typed);
    commands.set_flags(arguments.command, std::move(arguments.flags));
    const CommonFlags& common = commands.common();
    if (common.verbose) be_verbose();
    Command* const command = commands.find(arguments.command);
    if (print_what_is_asked_of_the_program(commands, command)) return ExitCode::success;
    for (const std::string& dir : common.from_dirs) go_to(dir);
    bool is_partial = false;
    const ExitCode code = command->run({std::move(arguments.operands),
                                        common,
                                        commands,
                                        {typed.begin(), typed.end()},
                                        is_partial});
    return is_partial && would_be_whole(code) ? ExitCode::partial : code;
}

}  // namespace morgue::tools
