#include <array>

#include <tools/exit_code.hpp>

namespace morgue::tools {

namespace {

constexpr std::array<ExitCodeInfo, 7> table{{
    {ExitCode::success, "found something, or did what was asked"},
    {ExitCode::nothing_found, "found nothing, or no article has this id"},
    {ExitCode::usage, "the command line or the query cannot be understood"},
    {ExitCode::index, "the index is missing, locked, damaged, too new or not to be trusted"},
    {ExitCode::partial, "the answer is not complete"},
    {ExitCode::withheld, "index: articles were not removed, to be confirmed"},
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
