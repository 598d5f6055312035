#include <csignal>
#include <exception>
#include <span>

#include <morgue/error.hpp>

#include <tools/line/command_line.hpp>
#include <tools/diagnostics.hpp>
#include <tools/output.hpp>
#include <tools/question.hpp>
#include <tools/usage_error.hpp>

namespace {

using namespace morgue::tools;

ExitCode run(std::span<char* const> typed) {
    CommandLine line;
    const ExitCode code = line.run(typed);
    finish_output();
    return code;
}

ExitCode run_and_report(std::span<char* const> typed) {
    try {
        return run(typed);
    } catch (const UsageError& error) {
        print_error(error.what(), error.hint());
        return ExitCode::usage;
    } catch (const BadQuery& bad) {
        print_query_error(bad.text(), bad.error());
        return ExitCode::usage;
    } catch (const morgue::Error& error) {
        print_error(error);
        return exit_code_for(error.code());
    } catch (const OutputError& error) {
        print_error(error.what(), "");
        return ExitCode::partial;
    } catch (const std::exception& error) {
        print_error(error.what(), "this should not happen; please report it");
        return ExitCode::index;
    }
}

}  // namespace

int main(int argc, char** argv) {
    // A reader that has seen enough (head, less) ends the program quietly, as it does for others.
    std::signal(SIGPIPE, SIG_DFL);
    const std::span<char* const> all{argv, static_cast<std::size_t>(argc)};
    return static_cast<int>(run_and_report(all.subspan(all.empty() ? 0 : 1)));
}
