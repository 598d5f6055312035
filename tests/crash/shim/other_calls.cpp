/// The calls that change nothing a power cut could take back, but that may fail.
#include <crash/shim/call.hpp>
#include <cstdarg>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using morgue::crash::Call;
using morgue::crash::path_of;

namespace {

template <typename... Arguments>
int plain(const char* name, const std::string& path, long number, Arguments... arguments) {
    Call call(name, path);
    if (!call.allowed()) return -1;
    return call.done(static_cast<int>(::syscall(number, arguments...)));
}

ssize_t read_from(int file, long number, void* bytes, std::size_t size, off_t offset = 0) {
    Call call("read", path_of(file));
    if (!call.allowed()) return -1;
    return call.done(static_cast<ssize_t>(::syscall(number, file, bytes, size, offset)));
}

int look_at(int folder, const char* path, struct stat* facts, int flags) {
    return plain("stat", path_of(folder, path), SYS_newfstatat, folder, path, facts, flags);
}

/// The C library's own, for what is more than a system call.
template <typename Fn>
Fn* original(const char* name) {
    return reinterpret_cast<Fn*>(::dlsym(RTLD_NEXT, name));
}

dirent* next_of(DIR* folder) {
    static const auto next = original<dirent*(DIR*)>("readdir");
    Call call("list", path_of(::dirfd(folder)));
    if (!call.allowed()) return nullptr;
    dirent* const entry = next(folder);
    call.done(0);
    return entry;
}

}  // namespace

extern "C" {

ssize_t read(int file, void* bytes, std::size_t size) {
    return read_from(file, SYS_read, bytes, size);
}
ssize_t pread(int file, void* bytes, std::size_t size, off_t offset) {
    return read_from(file, SYS_pread64, bytes, size, offset);
}
ssize_t pread64(int file, void* bytes, std::size_t size, off64_t offset) {
    return read_from(file, SYS_pread64, bytes, size, offset);
}

int close(int file) {
    return plain("close", path_of(file), SYS_close, file);
}

int stat(const char* path, struct stat* facts) noexcept {
    return look_at(AT_FDCWD, path, facts, 0);
}
int stat64(const char* path, struct stat64* facts) noexcept {
    return look_at(AT_FDCWD, path, reinterpret_cast<struct stat*>(facts), 0);
}
int lstat(const char* path, struct stat* facts) noexcept {
    return look_at(AT_FDCWD, path, facts, AT_SYMLINK_NOFOLLOW);
}
int lstat64(const char* path, struct stat64* facts) noexcept {
    return look_at(AT_FDCWD, path, reinterpret_cast<struct stat*>(facts), AT_SYMLINK_NOFOLLOW);
}
int fstatat(int folder, const char* path, struct stat* facts, int flags) noexcept {
    return look_at(folder, path, facts, flags);
}
int fstat(int file, struct stat* facts) noexcept {
    return plain("stat", path_of(file), SYS_fstat, file, facts);
}
int fstat64(int file, struct stat64* facts) noexcept {
    return plain("stat", path_of(file), SYS_fstat, file, facts);
}
int statx(int folder, const char* path, int flags, unsigned mask, struct statx* facts) noexcept {
    return plain("stat", path_of(folder, path), SYS_statx, folder, path, flags, mask, facts);
}

int chmod(const char* path, mode_t mode) noexcept {
    return plain("chmod", path_of(AT_FDCWD, path), SYS_fchmodat, AT_FDCWD, path, mode);
}
int fchmod(int file, mode_t mode) noexcept {
    return plain("chmod", path_of(file), SYS_fchmod, file, mode);
}
int utimensat(int folder, const char* path, const struct timespec times[2], int flags) noexcept {
    return plain("touch", path_of(folder, path), SYS_utimensat, folder, path, times, flags);
}

int flock(int file, int operation) noexcept {
    return plain("lock", path_of(file), SYS_flock, file, operation);
}
int fcntl(int file, int command, ...) {
    va_list more;
    va_start(more, command);
    void* const argument = va_arg(more, void*);
    va_end(more);
    return plain("lock", path_of(file), SYS_fcntl, file, command, argument);
}
int fcntl64(int file, int command, ...) {
    va_list more;
    va_start(more, command);
    void* const argument = va_arg(more, void*);
    va_end(more);
    return plain("lock", path_of(file), SYS_fcntl, file, command, argument);
}

void* mmap(void* where, std::size_t size, int protection, int flags, int file, off_t offset) {
    const bool shares = (flags & MAP_SHARED) != 0 && (protection & PROT_WRITE) != 0;
    // What is written through memory would not be seen, so nobody may do it.
    Call call(shares ? "map-to-write" : "map", file < 0 ? std::string() : path_of(file));
    if (!call.allowed()) return MAP_FAILED;
    const long place = ::syscall(SYS_mmap, where, size, protection, flags, file, offset);
    return reinterpret_cast<void*>(call.done(place));
}

DIR* opendir(const char* path) {
    static const auto open_it = original<DIR*(const char*)>("opendir");
    Call call("open", path_of(AT_FDCWD, path));
    if (!call.allowed()) return nullptr;
    DIR* const folder = open_it(path);
    if (folder != nullptr) call.done(0);
    return folder;
}
dirent* readdir(DIR* folder) {
    return next_of(folder);
}
dirent64* readdir64(DIR* folder) {
    return reinterpret_cast<dirent64*>(next_of(folder));
}

}  // extern "C"
