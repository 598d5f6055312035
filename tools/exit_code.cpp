#include <array>

#include <tools/exit_code.hpp>

namespace morgue::tools {

namespace {

constexpr std::array<ExitCodeInfo, 7> table{{
    {ExitCode::success, "found something, or did what was asked"},
    {ExitCode::nothing_found, "found nothing, or no article has this id"},
    {ExitCode::usage, "the command line or the query cannot be understood"},
    {ExitCode::index, "the index is missing, locked, damaged, too new, or may not be read"},
    {ExitCode::partial,
     "not all of it: one of several indexes was not read, a query of a list was "
     "none, a search was cut short, output was lost, or index kept articles whose files are gone"},
    {ExitCode::inputs_failed, "some files gave no article, where that was asked"},
    {ExitCode::interrupted, "stopped by Ctrl-C"},
}};

}  // namespace

std::span<const ExitCodeInfo> exit_codes() noexcept {
    return table;
}

ExitCode exit_code_for(ErrorCode code) noexcept {
    return code == ErrorCode::bad_argument ? ExitCode::usage : ExitCode::index;
}

}  // namespace morgue::tools
