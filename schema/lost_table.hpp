#pragma once

#include <functional>
#include <string>

#include <xapian.h>

namespace morgue::schema {

/// A table in which something was not found that has to be there.
struct LostTable {
    std::string dir;   ///< of the index
    std::string part;  ///< its folder
    std::string name;  ///< of the table, such as "docdata"
};

/// Xapian takes a table that it cannot open for an empty one; so this opens the part anew, and lets
/// `is_found` look again. Throws Error: index_corrupt where it is not found again though the file
/// can be opened, else io_error.
[[noreturn]] void refuse_lost(const LostTable& table,
                              const std::function<bool(const Xapian::Database&)>& is_found);

}  // namespace morgue::schema
