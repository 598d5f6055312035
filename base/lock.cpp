#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

#include <base/lock.hpp>

namespace morgue::base {

namespace {

std::string who_we_are() {
    char host[256] = {};
    if (::gethostname(host, sizeof host - 1) != 0) host[0] = '?';
    return "pid " + std::to_string(::getpid()) + " on " + host;
}

}  // namespace

std::optional<FileLock> FileLock::take(const std::string& path) {
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file.open()) throw FileError(errno, "cannot open", path);
    inherit_mode(path);
    struct flock whole_file {};
    whole_file.l_type = F_WRLCK;
    whole_file.l_whence = SEEK_SET;
    // Of the open file, not of the process: two threads of one program exclude each other too.
    if (::fcntl(file.get(), F_OFD_SETLK, &whole_file) != 0) {
        if (errno == EAGAIN || errno == EACCES) return std::nullopt;
        throw FileError(errno, "cannot lock", path);
    }
    // On a full disk the lock still holds; only its holder's name is missing.
    const std::string text = who_we_are();
    if (::ftruncate(file.get(), 0) == 0) {
        [[maybe_unused]] const ssize_t written = ::pwrite(file.get(), text.data(), text.size(), 0);
    }
    return FileLock(std::move(file));
}

std::string FileLock::holder(const std::string& path) {
    const std::string text = read_file(path).value_or(std::string());
    return text.empty() ? "an unknown process" : text;
}

}  // namespace morgue::base
