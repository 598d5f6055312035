#include <cerrno>
#include <crash/shim/call.hpp>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace morgue::crash {

namespace {

std::string setting(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

/// Far from the numbers that the program under test gets, and never its business.
int open_log() {
    const std::string path = setting("CRASH_LOG");
    if (path.empty()) return -1;
    const long low = ::syscall(SYS_openat, AT_FDCWD, path.c_str(),
                               O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    const long high = ::syscall(SYS_fcntl, low, F_DUPFD_CLOEXEC, 700);
    ::syscall(SYS_close, low);
    return static_cast<int>(high);
}

struct Plan {
    std::string watched = setting("CRASH_WATCH");
    int log = open_log();
    unsigned long at = 0;
    std::string what;
    unsigned long calls = 0;
    bool full = false;
    std::mutex turn;

    Plan() {
        const std::string fault = setting("CRASH_FAULT");
        char* end = nullptr;
        at = std::strtoul(fault.c_str(), &end, 10);
        what = *end == '\0' ? end : end + 1;
    }
};

Plan& plan() {
    static Plan* const made = new Plan;  // outlives the program's last call
    return *made;
}

bool is_watched(const std::string& path) {
    const std::string& folder = plan().watched;
    return !folder.empty() && path.compare(0, folder.size(), folder) == 0;
}

/// At the head of each record; then name, path, other name and data.
struct Head {
    std::uint64_t number, inode, offset;
    std::uint32_t name, path, other, data;
};

iovec piece(std::string_view bytes) {
    return {const_cast<char*>(bytes.data()), bytes.size()};
}

}  // namespace

Call::Call(const char* name, std::string path, Needs needs)
    : name_(name), path_(std::move(path)), needs_(needs), watched_(is_watched(path_)) {
    if (watched_) turn_ = std::unique_lock(plan().turn);
}

bool Call::allowed() {
    if (!watched_) return true;
    Plan& now = plan();
    if (now.full && needs_ == Needs::space) {
        errno = ENOSPC;
        return false;
    }
    if (++now.calls != now.at) return true;
    if (now.what == "kill") ::kill(::getpid(), SIGKILL);
    now.full = now.what == "full";
    half_ = now.full || now.what == "short";
    if (half_) return true;
    errno = std::atoi(now.what.c_str());
    return false;
}

void Call::write_down(const Record& record) const {
    if (plan().log < 0) return;
    const int error = errno;
    const std::string_view name = name_;
    Head head{plan().calls,
              record.inode,
              record.offset,
              static_cast<std::uint32_t>(name.size()),
              static_cast<std::uint32_t>(path_.size()),
              static_cast<std::uint32_t>(record.other.size()),
              static_cast<std::uint32_t>(record.data.size())};
    const iovec pieces[] = {
        {&head, sizeof head}, piece(name), piece(path_), piece(record.other), piece(record.data)};
    ::syscall(SYS_writev, plan().log, pieces, 5);
    errno = error;
}

std::string path_of(int file) {
    char path[4096];
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const int error = errno;
    const long size = ::syscall(SYS_readlinkat, AT_FDCWD, link.c_str(), path, sizeof path);
    errno = error;
    return size < 0 ? std::string() : std::string(path, static_cast<std::size_t>(size));
}

std::string path_of(int folder, const char* path) {
    if (*path == '/') return path;
    std::string base;
    if (folder == AT_FDCWD) {
        char here[4096];
        if (::syscall(SYS_getcwd, here, sizeof here) > 0) base = here;
    } else {
        base = path_of(folder);
    }
    return base + "/" + path;
}

std::uint64_t inode_of(int file) {
    return inode_of(file, "");
}

std::uint64_t inode_of(int folder, const char* path) {
    struct stat facts {};
    const int error = errno;
    const int flags = AT_SYMLINK_NOFOLLOW | (*path == '\0' ? AT_EMPTY_PATH : 0);
    const long failed = ::syscall(SYS_newfstatat, folder, path, &facts, flags);
    errno = error;
    return failed != 0 ? 0 : facts.st_ino;
}

}  // namespace morgue::crash
