#pragma once

#include <cstddef>
#include <string>

#include <tools/help/page.hpp>

namespace morgue::tools {

/// Columns for help: the terminal's, but no fewer than 40 and no more than 100.
std::size_t help_columns();

/// The page in lines of at most `columns`; what is to be typed is never broken.
std::string page_as_text(const Page& page, std::size_t columns);

/// A part of a page. Rows stand in two columns, or one below the other where it is narrow.
std::string block_as_text(const Block& block, std::size_t columns);

}  // namespace morgue::tools
