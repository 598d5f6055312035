#pragma once

#include <span>

#include <tools/exit_code.hpp>

namespace morgue::tools {

/// Whether what is typed asks for JSON, so that errors are to be JSON too: to be known before
/// anything can go wrong.
bool asks_for_json(std::span<char* const> typed);

/// Does what is typed (without the program's name). Throws UsageError, and what the subcommand
/// throws.
ExitCode run_command_line(std::span<char* const> typed);

}  // namespace morgue::tools
