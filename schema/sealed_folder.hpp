#pragma once

#include <string>

namespace morgue::schema {

/// What can be seen at once of damage to a folder of an index that is written once: a file that is
/// missing or has another size than its manifest says, or a version file of Xapian's with other
/// bytes. Without that, Xapian takes a table that is lost for an empty one, and a version file with
/// a bit turned may lead it outside its memory.
/// Throws Error(index_corrupt), naming the file, and base::FileError.
void check_sealed(const std::string& folder);

}  // namespace morgue::schema
