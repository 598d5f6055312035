/// The calls that change what is on the disk, in place of the C library's.
#include <crash/shim/call.hpp>
#include <cstdarg>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

using morgue::crash::Call;
using morgue::crash::inode_of;
using morgue::crash::Needs;
using morgue::crash::path_of;
using morgue::crash::Record;

namespace {

int open_file(int folder, const char* path, int flags, mode_t mode) {
    const bool creates = (flags & O_CREAT) != 0;
    const bool is_new = creates && inode_of(folder, path) == 0;
    const char* const name = is_new ? "create" : (flags & O_TRUNC) != 0 ? "truncate" : "open";
    Call call(name, path_of(folder, path), is_new ? Needs::space : Needs::nothing);
    if (!call.allowed()) return -1;
    const auto file = static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode));
    return call.done(file, [&] { return Record{.inode = inode_of(file)}; });
}

mode_t mode_of(int flags, va_list more) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
}

/// The record of a write that has just ended where the file now stands.
Record written(int file, std::string_view data) {
    const long end = ::syscall(SYS_lseek, file, 0, SEEK_CUR);
    return {.inode = inode_of(file),
            .offset = static_cast<std::uint64_t>(end) - data.size(),
            .data = data};
}

std::string_view view(const void* bytes, ssize_t size) {
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

ssize_t write_at(int file, const void* bytes, std::size_t size, off_t offset) {
    Call call("write", path_of(file), Needs::space);
    if (!call.allowed()) return -1;
    const ssize_t done = ::syscall(SYS_pwrite64, file, bytes, call.share(size), offset);
    return call.done(done, [&] {
        return Record{.inode = inode_of(file),
                      .offset = static_cast<std::uint64_t>(offset),
                      .data = view(bytes, done)};
    });
}

int change_size(int file, off_t size) {
    Call call("resize", path_of(file), Needs::space);
    if (!call.allowed()) return -1;
    return call.done(static_cast<int>(::syscall(SYS_ftruncate, file, size)), [&] {
        return Record{.inode = inode_of(file), .offset = static_cast<std::uint64_t>(size)};
    });
}

int sync(const char* name, int file, long number) {
    Call call(name, path_of(file));
    if (!call.allowed()) return -1;
    return call.done(static_cast<int>(::syscall(number, file)),
                     [&] { return Record{.inode = inode_of(file)}; });
}

int remove_name(int folder, const char* path, int flags) {
    Call call("remove", path_of(folder, path));
    if (!call.allowed()) return -1;
    return call.done(static_cast<int>(::syscall(SYS_unlinkat, folder, path, flags)));
}

int make_folder(int folder, const char* path, mode_t mode) {
    Call call("mkdir", path_of(folder, path), Needs::space);
    if (!call.allowed()) return -1;
    return call.done(static_cast<int>(::syscall(SYS_mkdirat, folder, path, mode)),
                     [&] { return Record{.inode = inode_of(folder, path)}; });
}

int move(int from_folder, const char* from, int to_folder, const char* to) {
    Call call("rename", path_of(from_folder, from));
    if (!call.allowed()) return -1;
    return call.done(
        static_cast<int>(::syscall(SYS_renameat2, from_folder, from, to_folder, to, 0)),
        [&] { return Record{.other = path_of(to_folder, to)}; });
}

/// What was copied is read back, for the log.
ssize_t copy_range(int from, int to, std::size_t size) {
    Call call("write", path_of(to), Needs::space);
    if (!call.allowed()) return -1;
    const ssize_t done =
        ::syscall(SYS_copy_file_range, from, nullptr, to, nullptr, call.share(size), 0);
    std::string data(done < 0 ? 0 : static_cast<std::size_t>(done), '\0');
    return call.done(done, [&] {
        const Record record = written(to, data);
        const std::string path = path_of(to);
        const long again = ::syscall(SYS_openat, AT_FDCWD, path.c_str(), O_RDONLY | O_CLOEXEC);
        ::syscall(SYS_pread64, again, data.data(), data.size(), record.offset);
        ::syscall(SYS_close, again);
        return record;
    });
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = mode_of(flags, more);
    va_end(more);
    return open_file(AT_FDCWD, path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = mode_of(flags, more);
    va_end(more);
    return open_file(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = mode_of(flags, more);
    va_end(more);
    return open_file(folder, path, flags, mode);
}

int openat64(int folder, const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = mode_of(flags, more);
    va_end(more);
    return open_file(folder, path, flags, mode);
}

ssize_t write(int file, const void* bytes, std::size_t size) {
    Call call("write", path_of(file), Needs::space);
    if (!call.allowed()) return -1;
    const ssize_t done = ::syscall(SYS_write, file, bytes, call.share(size));
    return call.done(done, [&] { return written(file, view(bytes, done)); });
}

ssize_t writev(int file, const iovec* pieces, int count) {
    std::string all;
    for (int i = 0; i < count; ++i)
        all.append(static_cast<const char*>(pieces[i].iov_base), pieces[i].iov_len);
    return write(file, all.data(), all.size());
}

ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t offset) {
    return write_at(file, bytes, size, offset);
}
ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t offset) {
    return write_at(file, bytes, size, offset);
}
ssize_t copy_file_range(int from, off64_t*, int to, off64_t*, std::size_t size, unsigned) {
    return copy_range(from, to, size);
}

int ftruncate(int file, off_t size) noexcept {
    return change_size(file, size);
}
int ftruncate64(int file, off64_t size) noexcept {
    return change_size(file, size);
}

int fsync(int file) {
    return sync("fsync", file, SYS_fsync);
}
int fdatasync(int file) {
    return sync("fdatasync", file, SYS_fdatasync);
}

int unlink(const char* path) noexcept {
    return remove_name(AT_FDCWD, path, 0);
}
int rmdir(const char* path) noexcept {
    return remove_name(AT_FDCWD, path, AT_REMOVEDIR);
}
int unlinkat(int folder, const char* path, int flags) noexcept {
    return remove_name(folder, path, flags);
}

int mkdir(const char* path, mode_t mode) noexcept {
    return make_folder(AT_FDCWD, path, mode);
}
int mkdirat(int folder, const char* path, mode_t mode) noexcept {
    return make_folder(folder, path, mode);
}

int rename(const char* from, const char* to) noexcept {
    return move(AT_FDCWD, from, AT_FDCWD, to);
}
int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
    return move(from_folder, from, to_folder, to);
}

}  // extern "C"
