#include <cerrno>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <morgue/error.hpp>

#include <tools/index_folder.hpp>

namespace morgue::tools {

namespace {

namespace fs = std::filesystem;

enum class Entry { absent, there, hidden };

/// A failing disk is not taken for a folder without an index: another would be made there.
Entry look_for(const fs::path& path, struct stat& found) {
    if (stat(path.c_str(), &found) == 0) return Entry::there;
    if (errno == EIO || errno == ENOMEM)
        throw Error(
            ErrorCode::io_error,
            "cannot look at " + path.string() + ": " + std::generic_category().message(errno),
            path.string());
    return errno == ENOENT || errno == ENOTDIR ? Entry::absent : Entry::hidden;
}

bool is_there(const fs::path& path) {
    struct stat found {};
    return look_for(path, found) == Entry::there;
}

/// Root may do anything anyway, so an index of root's is as good as one's own.
bool is_trusted(const fs::path& path) {
    struct stat found {};
    if (lstat(path.c_str(), &found) != 0) return false;
    const bool link_is_trusted = found.st_uid == geteuid() || found.st_uid == 0;
    if (!link_is_trusted || stat(path.c_str(), &found) != 0) return false;
    return found.st_uid == geteuid() || found.st_uid == 0;
}

}  // namespace

Found what_is_in(const fs::path& folder) {
    struct stat found {};
    const Entry place = look_for(folder, found);
    if (place == Entry::hidden) return Found::closed;
    if (place == Entry::absent || !S_ISDIR(found.st_mode)) return Found::nothing;
    const Entry index = look_for(folder / "XAPIANDB", found);
    if (index == Entry::hidden) return Found::closed;
    if (index == Entry::there) return Found::index;
    const bool begun = is_there(folder / "LOCK") || is_there(folder / "shards");
    return begun ? Found::beginnings : Found::other;
}

fs::path resolved(const fs::path& path) {
    std::error_code failed;
    // Of what is not there yet, canonical() leaves a relative path as it is.
    const fs::path from_root = fs::absolute(path);
    fs::path real = fs::weakly_canonical(from_root, failed);
    return failed ? from_root : real;
}

void refuse_strangers(const fs::path& folder) {
    if (is_trusted(folder)) return;
    throw Error(ErrorCode::index_refused,
                "the index found in " + folder.string() + " belongs to another user",
                folder.string(), "if you trust it, name it: -d " + folder.string());
}

}  // namespace morgue::tools
