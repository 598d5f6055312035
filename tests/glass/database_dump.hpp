#pragma once

#include <string>

#include <xapian.h>

namespace morgue::glass {

/// Everything that a database holds and says of itself, but its UUID, as lines of text.
std::string dump(const Xapian::Database& database);

}  // namespace morgue::glass
