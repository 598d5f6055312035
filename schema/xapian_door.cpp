#include <cerrno>
#include <cstring>
#include <new>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include <xapian.h>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <schema/hints.hpp>
#include <schema/xapian_door.hpp>

namespace morgue::schema {

namespace {

/// A full disk and a missing permission are no damage; a missing file is.
bool failed_in_the_system(const Xapian::Error& error) {
    const char* why = error.get_error_string();
    return why != nullptr && std::string_view(why) != std::strerror(ENOENT);
}

bool is_missing_right(const std::error_code& code) {
    return code == std::errc::permission_denied || code == std::errc::operation_not_permitted;
}

/// What is in an index is not named: a person gives rights on the whole of it.
[[noreturn]] void refuse_access(const std::string& path) {
    throw Error(ErrorCode::io_error, "no permission for a part of the index in " + path, path,
                "its owner can give it, for instance by chmod -R u+rwX,g+rX " + path);
}

}  // namespace

void rethrow_as_error(const std::string& path) {
    try {
        throw;
    } catch (const Error&) {
        throw;
    } catch (const base::FileError& error) {
        if (is_missing_right(error.code()) && base::is_within(error.path(), path))
            refuse_access(path);
        throw Error(ErrorCode::io_error, error.what(), error.path(),
                    error.code() == std::errc::no_space_on_device ? "make room on the disk" : "");
    } catch (const Xapian::DatabaseLockError& error) {
        throw Error(ErrorCode::io_error, "cannot write the index: " + error.get_msg(), path,
                    "look at the folder's permissions and at the space on its disk");
    } catch (const Xapian::DatabaseError& error) {
        const char* why = error.get_error_string();
        if (why != nullptr && std::string_view(why) == std::strerror(EACCES)) refuse_access(path);
        if (failed_in_the_system(error))
            throw Error(ErrorCode::io_error,
                        error.get_msg() + ": " + std::string(error.get_error_string()), path,
                        "look at the space on the disk and at the folder's permissions");
        throw Error(ErrorCode::index_corrupt, "the index cannot be read: " + error.get_msg(), path,
                    restore_hint);
    } catch (const Xapian::Error& error) {
        throw Error(ErrorCode::index_corrupt, "the index cannot be used: " + error.get_msg(), path,
                    restore_hint);
    } catch (const std::length_error&) {
        // A damaged block makes Xapian ask for absurd lengths.
        throw Error(ErrorCode::index_corrupt, "the index cannot be read", path, restore_hint);
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::io_error, "out of memory", path,
                    "close other programs or ask for less at once");
    }
}

}  // namespace morgue::schema
