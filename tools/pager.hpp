#pragma once

#include <tools/render/looks.hpp>

namespace morgue::tools {

/// From the first byte written to stdout on, what is for people goes through their pager, where
/// `looks` say so. To be called before anything is written; programs' formats do not call it.
void page_output(const Looks& looks);

}  // namespace morgue::tools
