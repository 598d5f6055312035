#include <csignal>
#include <exception>
#include <span>
#include <unistd.h>

#include <morgue/error.hpp>

#include <tools/diagnostics.hpp>
#include <tools/line/command_line.hpp>
#include <tools/output.hpp>
#include <tools/pager.hpp>
#include <tools/paths.hpp>
#include <tools/question.hpp>
#include <tools/usage_error.hpp>

namespace {

using namespace morgue::tools;

/// What was printed before something went wrong is shown all the same.
ExitCode run(std::span<char* const> typed) {
    ExitCode code = ExitCode::success;
    try {
        code = run_command_line(typed);
    } catch (...) {
        finish_output();
        throw;
    }
    finish_output();
    return code;
}

ExitCode run_and_report(std::span<char* const> typed) {
    try {
        return run(typed);
    } catch (const UsageError& error) {
        print_error({.code = "usage", .message = error.what(), .hint = error.hint()});
        return ExitCode::usage;
    } catch (const BadQuery& bad) {
        print_query_error(bad.text(), bad.error());
        return ExitCode::usage;
    } catch (const NoIndex& error) {
        print_error(error);
        return exit_code_for(error.code());
    } catch (const morgue::Error& error) {
        print_error(error);
        return exit_code_for(error.code());
    } catch (const ReaderGone&) {
        return ExitCode::success;
    } catch (const OutputError& error) {
        print_error({.code = "output", .message = error.what()});
        return ExitCode::partial;
    } catch (const std::bad_alloc&) {
        print_error({.code = "memory", .message = "there is not enough memory"});
        return ExitCode::partial;
    } catch (const std::exception& error) {
        print_error({.code = "internal",
                     .message = std::string{"Morgue itself is at fault: "} + error.what(),
                     .hint = "please report it, with what you typed"});
        return ExitCode::partial;
    }
}

/// For whoever waits: a status that says so, whatever was being done.
extern "C" void exit_interrupted(int /*signal*/) {
    _exit(static_cast<int>(ExitCode::interrupted));
}

}  // namespace

int main(int argc, char** argv) {
    // A reader that has seen enough (head, less) ends the program quietly, as it does for others.
    std::signal(SIGPIPE, SIG_DFL);
    hold_standard_streams();
    starting_folder();
    if (std::signal(SIGINT, exit_interrupted) == SIG_IGN) std::signal(SIGINT, SIG_IGN);
    const std::span<char* const> all{argv, static_cast<std::size_t>(argc)};
    const std::span<char* const> typed = all.subspan(all.empty() ? 0 : 1);
    if (asks_for_json(typed)) speak_json();
    const ExitCode code = run_and_report(typed);
    finish_pager();
    return static_cast<int>(code);
}
