#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace morgue::indexer {

/// A folder by device and inode, which stay the same however it is reached.
using FolderIdentity = std::pair<std::uint64_t, std::uint64_t>;

/// What the system says of a path.
struct Facts {
    mode_t mode = 0;
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t mtime_ns = 0;

    bool is_folder() const noexcept { return S_ISDIR(mode); }
    bool is_file() const noexcept { return S_ISREG(mode); }
    bool is_link() const noexcept { return S_ISLNK(mode); }
    FolderIdentity identity() const noexcept { return {device, inode}; }
};

/// Facts, or the error number why there are none.
struct Look {
    Facts facts = {};
    int error = 0;
};

/// Of what a link leads to.
Look look(const std::string& path);
/// Of the link itself.
Look look_at_link(const std::string& path);

/// The names in a folder and what they stand for, links not followed.
struct Listing {
    struct Entry {
        std::string_view name;  ///< its bytes are in `names`
        Look look;
    };

    std::vector<char> names;     ///< each ends in a zero
    std::vector<Entry> entries;  ///< in byte order of the paths that they begin
    int error = 0;               ///< why the folder could not be listed to its end
};

/// Lists a folder; one that is gone is empty. What is gone meanwhile is left out.
Listing list_folder(const std::string& path);

}  // namespace morgue::indexer
