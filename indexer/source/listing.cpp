#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/sysmacros.h>

#include <base/file.hpp>
#include <indexer/source/listing.hpp>

namespace morgue::indexer {

namespace {

constexpr unsigned wanted = STATX_TYPE | STATX_MODE | STATX_INO | STATX_SIZE | STATX_MTIME;

Look look_from(int folder, const char* name, int flags) {
    struct statx seen {};
    if (::statx(folder, name, flags | AT_NO_AUTOMOUNT, wanted, &seen) != 0) return {{}, errno};
    Facts facts;
    facts.mode = seen.stx_mode;
    facts.device = makedev(seen.stx_dev_major, seen.stx_dev_minor);
    facts.inode = seen.stx_ino;
    facts.size = seen.stx_size;
    facts.mtime_ns =
        base::nanoseconds({static_cast<time_t>(seen.stx_mtime.tv_sec), seen.stx_mtime.tv_nsec});
    return {facts, 0};
}

bool is_a_dot(std::string_view name) {
    return name == "." || name == "..";
}

/// Appends the folder's names, each with a zero at its end; gives the error number.
int read_names(const base::Descriptor& folder, std::vector<char>& names) {
    alignas(dirent64) std::array<char, 1 << 16> buffer;
    for (;;) {
        const ssize_t got = ::getdents64(folder.get(), buffer.data(), buffer.size());
        if (got < 0) return errno;
        if (got == 0) return 0;
        for (const char* at = buffer.data(); at < buffer.data() + got;) {
            const auto* entry = reinterpret_cast<const dirent64*>(at);
            const std::string_view name = entry->d_name;
            if (!is_a_dot(name)) names.insert(names.end(), name.begin(), name.end() + 1);
            at += entry->d_reclen;
        }
    }
}

/// What follows the name in a path: "a-b" goes before "a/x", and that before "a0".
unsigned char after(const Listing::Entry& entry, std::size_t length) {
    if (length < entry.name.size()) return static_cast<unsigned char>(entry.name[length]);
    return entry.look.facts.is_folder() ? '/' : '\0';
}

bool begins_earlier(const Listing::Entry& left, const Listing::Entry& right) {
    const std::size_t length = std::min(left.name.size(), right.name.size());
    const int order = std::memcmp(left.name.data(), right.name.data(), length);
    return order != 0 ? order < 0 : after(left, length) < after(right, length);
}

}  // namespace

Look look(const std::string& path) {
    return look_from(AT_FDCWD, path.c_str(), 0);
}

Look look_at_link(const std::string& path) {
    return look_from(AT_FDCWD, path.c_str(), AT_SYMLINK_NOFOLLOW);
}

Listing list_folder(const std::string& path) {
    Listing listing;
    const base::Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.open()) {
        if (errno != ENOENT) listing.error = errno;
        return listing;
    }
    listing.error = read_names(folder, listing.names);
    for (auto at = listing.names.begin(); at != listing.names.end();) {
        const std::string_view name = &*at;
        const Look seen = look_from(folder.get(), name.data(), AT_SYMLINK_NOFOLLOW);
        if (seen.error != ENOENT) listing.entries.push_back({name, seen});
        at += static_cast<std::ptrdiff_t>(name.size()) + 1;
    }
    std::sort(listing.entries.begin(), listing.entries.end(), begins_earlier);
    return listing;
}

}  // namespace morgue::indexer
