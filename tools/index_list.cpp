#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <tools/index_list.hpp>

namespace morgue::tools {

namespace {

namespace fs = std::filesystem;

/// Only their owner's business.
constexpr mode_t private_file = 0600;
constexpr mode_t private_folder = 0700;

std::string because(int error) {
    return std::strerror(error);
}

/// A relative $XDG_STATE_HOME is to be ignored, says its specification; and the home of a system
/// user may be a folder that does not exist, and is not to be made.
fs::path state_home() {
    const char* const stated = std::getenv("XDG_STATE_HOME");
    if (stated != nullptr && *stated == '/') return stated;
    const char* const home = std::getenv("HOME");
    std::error_code ignored;
    if (home == nullptr || *home != '/' || !fs::is_directory(home, ignored)) return {};
    return fs::path{home} / ".local" / "state";
}

/// Closes itself, and so gives up the lock on it.
class Opened {
  public:
    Opened(const std::string& path, int flags)
        : number_(::open(path.c_str(), flags | O_CLOEXEC, private_file)) {}
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    ~Opened() {
        if (number_ >= 0) ::close(number_);
    }

    int number() const { return number_; }

  private:
    int number_;
};

bool make_folders(const fs::path& folder) {
    std::error_code ignored;
    if (folder.empty() || fs::is_directory(folder, ignored)) return true;
    if (!make_folders(folder.parent_path())) return false;
    return ::mkdir(folder.c_str(), private_folder) == 0 || errno == EEXIST;
}

bool write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno != EINTR) return false;
        text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    return true;
}

/// The error number, 0 for none. A reader finds the old list or the new one, never a part, also
/// after a power cut.
int replace(const std::string& file, std::string_view text) {
    const std::string beside = file + ".new";
    if (::unlink(beside.c_str()) != 0 && errno != ENOENT) return errno;
    {
        const Opened made(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
        const bool written = made.number() >= 0 && write_all(made.number(), text);
        if (!written || ::fsync(made.number()) != 0) return errno;
    }
    if (::rename(beside.c_str(), file.c_str()) != 0) return errno;
    const Opened folder(fs::path{file}.parent_path(), O_RDONLY | O_DIRECTORY);
    return folder.number() >= 0 && ::fsync(folder.number()) == 0 ? 0 : errno;
}

/// A list that cannot be read whole is left alone: its lines are not ours to drop.
std::string put_last(const IndexList& list, const std::string& index_dir) {
    if (!list.trouble.empty()) return list.trouble;
    std::string text;
    for (const std::string& known : list.indexes)
        if (known != index_dir) text += known + "\n";
    const int error = replace(list.file, text + index_dir + "\n");
    return error == 0 ? std::string{} : "cannot write " + list.file + ": " + because(error);
}

}  // namespace

IndexList read_index_list() {
    IndexList list;
    const fs::path home = state_home();
    if (home.empty()) return list;
    list.file = home / "morgue" / "indexes";
    std::error_code failed;
    if (!fs::exists(list.file, failed) && !failed) return list;
    std::ifstream in{list.file};
    if (!in) list.trouble = "cannot read " + list.file + ": " + because(errno);
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.starts_with('/'))
            list.indexes.push_back(std::move(line));
        else
            list.trouble =
                "line " + std::to_string(number) + " of " + list.file + " is no absolute path";
    }
    if (in.bad()) list.trouble = "cannot read " + list.file;
    return list;
}

std::string remember_index(const std::string& index_dir) {
    const IndexList seen = read_index_list();
    if (seen.file.empty()) return {};
    if (!seen.indexes.empty() && seen.indexes.back() == index_dir) return {};
    if (index_dir.find('\n') != std::string::npos)
        return "an index with a line break in its path is not put on the list " + seen.file;
    const fs::path folder = fs::path{seen.file}.parent_path();
    if (!make_folders(folder)) return "cannot create " + folder.string() + ": " + because(errno);
    const Opened lock(folder, O_RDONLY | O_DIRECTORY);
    if (lock.number() < 0 || ::flock(lock.number(), LOCK_EX) != 0)
        return "cannot lock " + folder.string() + ": " + because(errno);
    const IndexList now = read_index_list();
    if (now.file != seen.file) return "the folder of " + seen.file + " cannot be found any more";
    return put_last(now, index_dir);
}

}  // namespace morgue::tools
