#include <fcntl.h>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <schema/hints.hpp>
#include <schema/lost_table.hpp>

namespace morgue::schema {

namespace {

constexpr const char* table_ending = ".glass";

}  // namespace

void refuse_lost(const LostTable& table,
                 const std::function<bool(const Xapian::Database&)>& is_found) {
    const std::string path = base::join(table.part, table.name + table_ending);
    const bool is_there = is_found(Xapian::Database(table.part, Xapian::DB_BACKEND_GLASS));
    const base::Descriptor opened(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!is_there && opened.open())
        throw Error(ErrorCode::index_corrupt,
                    "a part of the index has lost what was written to it: " + path, path,
                    restore_hint);
    throw Error(ErrorCode::io_error, "cannot open a part of the index in " + table.dir, table.dir,
                "close other programs, or allow more open files (ulimit -n); morgue check tells "
                "whether it is damaged");
}

}  // namespace morgue::schema
