#pragma once

#include <string>

namespace morgue::indexer {

/// Where the program stands that reads what is risky to read: where $MORGUE_READER says, or where
/// it was installed with the library. Throws Error(io_error), saying what to do, where it is not.
std::string reader_program();

}  // namespace morgue::indexer
