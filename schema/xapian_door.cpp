#include <cerrno>
#include <cstring>
#include <glass/errors.hpp>
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

/// A full disk and a missing permission are no damage; a missing file is, and so is a block that
/// sends Xapian to a place that no file has.
bool failed_in_the_system(const Xapian::Error& error) {
    const char* why = error.get_error_string();
    return why != nullptr && std::string_view(why) != std::strerror(ENOENT) &&
           std::string_view(why) != std::strerror(EINVAL);
}

/// What is in an index is not named: a person gives rights on the whole of it.
[[noreturn]] void refuse_access(const std::string& path) {
    throw Error(ErrorCode::io_error, "no permission for a part of the index in " + path, path,
                "its owner can give it, for instance by chmod -R u+rwX,g+rX " + path);
}

struct Remedy {
    int error;
    const char* hint;
};

constexpr const char* make_room = "make room on the disk and try again; the index is unharmed";
constexpr const char* open_less = "close other programs, or allow more open files (ulimit -n)";
constexpr const char* ask_for_it = "ask its owner for the permission, or name another folder";
constexpr Remedy remedies[] = {
    {EACCES, ask_for_it},
    {EPERM, ask_for_it},
    {ENOSPC, make_room},
    {EDQUOT, make_room},
    {EMFILE, open_less},
    {ENFILE, open_less},
    {ENOMEM, "close other programs"},
    {EIO, "the disk may be failing: save what is on it, then try again"},
};

/// Xapian tells of an error by its text alone.
const char* hint_for(std::string_view reason) {
    for (const Remedy& remedy : remedies)
        if (reason == std::strerror(remedy.error)) return remedy.hint;
    return "";
}

/// The files of an index are its own business: people know it by its folder.
std::string a_part_of(const std::string& path) {
    return "a part of the index in " + path;
}

/// The error's own words, with a name in them that people know.
[[noreturn]] void rethrow_file_error(const base::FileError& error, const std::string& path) {
    const auto& why = error.code();
    std::string what = error.what();
    const bool is_ours = error.path() != path && base::is_within(error.path(), path);
    if (is_ours &&
        (why == std::errc::permission_denied || why == std::errc::operation_not_permitted))
        refuse_access(path);
    if (is_ours) what.replace(what.find(error.path()), error.path().size(), a_part_of(path));
    throw Error(ErrorCode::io_error, what, is_ours ? path : error.path(), hint_for(why.message()));
}

}  // namespace

void rethrow_as_error(const std::string& path) {
    try {
        throw;
    } catch (const Error&) {
        throw;
    } catch (const base::FileError& error) {
        rethrow_file_error(error, path);
    } catch (const glass::MalformedTable&) {
        throw Error(ErrorCode::index_corrupt, "the index cannot be read", path, restore_hint);
    } catch (const Xapian::DatabaseLockError& error) {
        throw Error(ErrorCode::io_error, "cannot write the index: " + error.get_msg(), path,
                    "look at the folder's permissions and at the space on its disk");
    } catch (const Xapian::DatabaseError& error) {
        const char* why = error.get_error_string();
        if (why != nullptr && std::string_view(why) == std::strerror(EACCES)) refuse_access(path);
        if (failed_in_the_system(error))
            throw Error(ErrorCode::io_error, "cannot read " + a_part_of(path) + ": " + why, path,
                        hint_for(why));
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
