#pragma once

#include <cstddef>

namespace morgue::tools {

// What stdout and stderr are, as they were when the program began: a pager started later changes
// nothing here.

bool stdout_is_terminal() noexcept;
bool stderr_is_terminal() noexcept;

/// Columns of the terminal that stdout or stderr is, else $COLUMNS, else 80.
std::size_t terminal_columns() noexcept;

/// Whether stdout is a terminal that obeys escape sequences; $TERM says so.
bool terminal_takes_escapes() noexcept;

/// Whether links (OSC 8) are safe there: some consoles print them as garbage.
bool terminal_takes_links() noexcept;

}  // namespace morgue::tools
