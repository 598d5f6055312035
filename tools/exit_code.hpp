#pragma once

#include <span>
#include <string_view>

#include <morgue/error.hpp>

namespace morgue::tools {

/// What the command's exit status says to a script.
enum class ExitCode : int {
    success = 0,
    nothing_found = 1,
    usage = 2,
    index = 3,
    partial = 4,
    inputs_failed = 5,
    interrupted = 130,
};

struct ExitCodeInfo {
    ExitCode code;
    std::string_view meaning;
};

/// Every exit status, ascending.
std::span<const ExitCodeInfo> exit_codes() noexcept;

/// The exit status for something broken.
ExitCode exit_code_for(ErrorCode code) noexcept;

}  // namespace morgue::tools
