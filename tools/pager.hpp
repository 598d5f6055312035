#pragma once

#include <string>
#include <string_view>

namespace morgue::tools {

struct Looks;

// A pager is run as git runs one: when stdout is a terminal, by the shell where its command needs
// one, with LESS=FRX where $LESS is not set. stderr goes through it too where that is a terminal,
// so that footer and notes stand below the results that they belong to.

/// $MORGUE_PAGER, else $PAGER, else less; empty where that is empty or cat, or where the terminal
/// is too simple for less.
std::string pager_command();

/// Whether this command shows links (OSC 8) as such; true for no pager.
bool pager_takes_links(std::string_view command);

/// From the first byte written to stdout on, output goes through the pager of `looks`, if there is
/// one. To be called before anything is written; formats for programs do not call it.
void page_output(const Looks& looks);

/// Starts the pager that page_output() asked for, once. write_out() calls it.
void start_pager();

/// Whether a pager reads stdout, so that it may go at any time.
bool is_paging() noexcept;

/// Waits until the person has read enough. main() calls it last.
void finish_pager();

}  // namespace morgue::tools
