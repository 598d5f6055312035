#include <cerrno>
#include <sys/stat.h>

#include <base/file.hpp>
#include <indexer/access.hpp>

namespace morgue::indexer {

namespace {

constexpr mode_t group_bits = 070;
constexpr mode_t other_bits = 007;
constexpr mode_t read_and_enter = 5;
constexpr mode_t enter = 1;

/// What the members of a group and all others may do, one of rwx each.
struct Rights {
    mode_t group = 7;
    mode_t other = 7;

    void meet(const Rights& more) {
        group &= more.group;
        other &= more.other;
    }
    mode_t mode() const { return 0700 | (group << 3) | other; }
};

/// The folder's rights as the index's group and others have them: who is of another group than
/// the folder's counts as any other.
Rights rights_on(const struct stat& folder, gid_t group) {
    const mode_t of_group = (folder.st_mode & group_bits) >> 3;
    const mode_t of_others = folder.st_mode & other_bits;
    if (folder.st_gid == group) return {of_group, of_others};
    return {of_group & of_others, of_group & of_others};
}

/// A right that does not let one in is none.
mode_t unless_shut(mode_t rights, mode_t needed) {
    return (rights & needed) == needed ? rights : 0;
}

void meet_folder(Rights& rights, const struct stat& folder, gid_t group) {
    const Rights here = rights_on(folder, group);
    rights.meet({unless_shut(here.group, read_and_enter), unless_shut(here.other, read_and_enter)});
}

/// A folder on the way lets one through to all, or to nothing.
void meet_door(Rights& rights, const struct stat& folder, gid_t group) {
    const Rights here = rights_on(folder, group);
    rights.meet({(here.group & enter) != 0 ? mode_t{7} : mode_t{0},
                 (here.other & enter) != 0 ? mode_t{7} : mode_t{0}});
}

}  // namespace

mode_t widest_mode(const std::string& dir, const std::vector<std::string>& folders) {
    struct stat index {};
    if (::stat(dir.c_str(), &index) != 0) throw base::FileError(errno, "cannot look at", dir);
    const std::string place = base::canonical(dir);
    Rights rights;
    for (const std::string& folder : folders) {
        struct stat facts {};
        if (::stat(folder.c_str(), &facts) != 0) continue;
        meet_folder(rights, facts, index.st_gid);
        for (std::string_view door = base::parent(folder); !base::is_within(place, door);
             door = base::parent(door))
            if (::stat(std::string(door).c_str(), &facts) == 0)
                meet_door(rights, facts, index.st_gid);
    }
    return rights.mode();
}

std::optional<Note> limit_access(const std::string& dir, const std::vector<std::string>& folders) {
    const mode_t mode = widest_mode(dir, folders);
    try {
        if (!base::narrow_mode(dir, mode)) return std::nullopt;
    } catch (const base::FileError& error) {
        if (error.code() != std::errc::operation_not_permitted) throw;
        return Note{"readable", "the index in " + dir +
                                    " can be read by more people than its articles; its owner "
                                    "mends that with chmod"};
    }
    for (const std::string& name : base::list_directory(dir))
        base::inherit_mode(base::join(dir, name));
    return std::nullopt;
}

}  // namespace morgue::indexer
