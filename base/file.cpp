#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <utility>

#include <boost/filesystem.hpp>

#include <base/durable_file.hpp>
#include <base/file.hpp>

namespace morgue::base {

namespace fs = boost::filesystem;

namespace {

Descriptor open_or_throw(const std::string& path, int flags) {
    Descriptor file(::open(path.c_str(), flags | O_CLOEXEC));
    if (!file.open()) throw FileError(errno, "cannot open", path);
    return file;
}

void sync_or_throw(const Descriptor& file, const std::string& path) {
    if (::fsync(file.get()) != 0) throw FileError(errno, "cannot sync", path);
}

std::string folder_of(const std::string& path) {
    const std::string_view folder = parent(path);
    return folder.empty() ? "." : std::string(folder);
}

mode_t mode_of(const std::string& path) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) throw FileError(errno, "cannot look at", path);
    return facts.st_mode & 0777;
}

constexpr mode_t without_running = 0666;

/// Special bits, such as the one that hands a folder's group on, stay.
void set_mode(const std::string& path, const struct stat& facts, mode_t mode) {
    const bool ours = ::geteuid() == 0 || facts.st_uid == ::geteuid();
    if (!ours || (facts.st_mode & 0777) == mode) return;
    if (::chmod(path.c_str(), (facts.st_mode & 07000) | mode) != 0)
        throw FileError(errno, "cannot set the permissions of", path);
}

/// Links are left alone, as they would lead elsewhere.
void spread_mode(const std::string& path, mode_t folder_mode) {
    struct stat facts {};
    if (::lstat(path.c_str(), &facts) != 0) throw FileError(errno, "cannot look at", path);
    if (S_ISREG(facts.st_mode)) set_mode(path, facts, folder_mode & without_running);
    if (!S_ISDIR(facts.st_mode)) return;
    set_mode(path, facts, folder_mode);
    for (const std::string& name : list_directory(path)) spread_mode(join(path, name), folder_mode);
}

void throw_if(const boost::system::error_code& error, const char* doing, const std::string& path) {
    if (error) throw FileError(error.value(), doing, path);
}

}  // namespace

void write_all(const Descriptor& file, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw FileError(errno, "cannot write", path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::size_t read_some(const Descriptor& file, char* into, std::size_t size,
                      const std::string& path) {
    std::size_t held = 0;
    while (held < size) {
        const ssize_t got = ::read(file.get(), into + held, size - held);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw FileError(errno, "cannot read", path);
        if (got == 0) break;
        held += static_cast<std::size_t>(got);
    }
    return held;
}

std::size_t read_at(const Descriptor& file, std::uint64_t offset, std::string& into,
                    const std::string& path) {
    std::size_t held = 0;
    while (held < into.size()) {
        const ssize_t got = ::pread(file.get(), into.data() + held, into.size() - held,
                                    static_cast<off_t>(offset + held));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw FileError(errno, "cannot read", path);
        if (got == 0) break;
        held += static_cast<std::size_t>(got);
    }
    return held;
}

FileError::FileError(int error_number, const std::string& doing, std::string path)
    : std::system_error(error_number, std::generic_category(), doing + " " + path),
      path_(std::move(path)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
}

Descriptor::~Descriptor() {
    if (open()) ::close(number_);
}

int Descriptor::release() noexcept {
    return std::exchange(number_, -1);
}

std::optional<std::string> read_file(const std::string& path, std::size_t max_bytes) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    if (!file.open() && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
    if (!file.open()) throw FileError(errno, "cannot open", path);
    struct stat facts {};
    if (::fstat(file.get(), &facts) != 0) throw FileError(errno, "cannot look at", path);
    if (!S_ISREG(facts.st_mode))
        throw FileError(S_ISDIR(facts.st_mode) ? EISDIR : EINVAL, "cannot read", path);
    std::string bytes;
    char buffer[1 << 16];
    for (;;) {
        const ssize_t got = ::read(file.get(), buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw FileError(errno, "cannot read", path);
        if (got == 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(got));
        if (bytes.size() > max_bytes) throw FileError(EFBIG, "cannot read", path);
    }
}

void write_file_durably(const std::string& path, std::string_view bytes) {
    DurableFile file(path);
    file.write(bytes);
    file.finish();
}

void sync_directory(const std::string& path) {
    sync_or_throw(open_or_throw(path, O_RDONLY | O_DIRECTORY), path);
}

void sync_directory_and_files(const std::string& path) {
    for (const std::string& name : list_directory(path)) {
        const std::string file = join(path, name);
        sync_or_throw(open_or_throw(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK), file);
    }
    sync_directory(path);
}

void inherit_mode(const std::string& path) {
    spread_mode(path, mode_of(folder_of(path)));
}

bool make_directories(const std::string& path) {
    boost::system::error_code error;
    const bool created = fs::create_directories(path, error);
    throw_if(error, "cannot create", path);
    return created;
}

void make_private_directory(const std::string& path) {
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
        throw FileError(errno, "cannot create", path);
}

bool narrow_mode(const std::string& folder, mode_t mode) {
    struct stat facts {};
    if (::stat(folder.c_str(), &facts) != 0) throw FileError(errno, "cannot look at", folder);
    const mode_t narrow = facts.st_mode & 07777 & (mode | 07700);
    if (narrow == (facts.st_mode & 07777)) return false;
    if (::chmod(folder.c_str(), narrow) != 0)
        throw FileError(errno, "cannot set the permissions of", folder);
    return true;
}

void rename_path(const std::string& from, const std::string& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) throw FileError(errno, "cannot rename", from);
}

void remove_all(const std::string& path) {
    boost::system::error_code error;
    fs::remove_all(path, error);
    throw_if(error, "cannot remove", path);
}

std::vector<std::string> list_directory(const std::string& path) {
    std::vector<std::string> names;
    boost::system::error_code error;
    fs::directory_iterator entry(path, error);
    if (error == boost::system::errc::no_such_file_or_directory) return names;
    throw_if(error, "cannot list", path);
    for (; entry != fs::directory_iterator(); entry.increment(error))
        names.push_back(entry->path().filename().string());
    throw_if(error, "cannot list", path);
    std::sort(names.begin(), names.end());
    return names;
}

std::uint64_t bytes_below(const std::string& path) {
    std::uint64_t total = 0;
    for (const std::string& name : list_directory(path)) {
        struct stat facts {};
        const std::string entry = join(path, name);
        if (::lstat(entry.c_str(), &facts) != 0) {
            if (errno == ENOENT) continue;  // removed meanwhile
            throw FileError(errno, "cannot look at", entry);
        }
        total +=
            S_ISDIR(facts.st_mode) ? bytes_below(entry) : static_cast<std::uint64_t>(facts.st_size);
    }
    return total;
}

std::uint64_t free_bytes(const std::string& folder) {
    struct statvfs facts {};
    if (::statvfs(folder.c_str(), &facts) != 0)
        throw FileError(errno, "cannot ask for the free space of", folder);
    return std::uint64_t{facts.f_bavail} * facts.f_frsize;
}

std::string join(std::string_view folder, std::string_view name) {
    if (folder.empty() || folder == ".") return std::string(name);
    if (name.empty()) return std::string(folder);
    std::string path(folder);
    if (path.back() != '/') path.push_back('/');
    return path.append(name);
}

std::string_view extension(std::string_view path) noexcept {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot);
}

std::string_view parent(std::string_view path) noexcept {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return {};
    return path.substr(0, std::max<std::size_t>(slash, 1));
}

std::string canonical(const std::string& path) {
    // Boost takes two slashes at the beginning for the name of a network.
    const std::size_t slashes = std::min(path.find_first_not_of('/'), path.size());
    const fs::path given = path.substr(slashes > 1 ? slashes - 1 : 0);
    boost::system::error_code error;
    const fs::path here = given.is_absolute() ? fs::path("/") : fs::current_path(error);
    throw_if(error, "cannot find the working directory for", path);
    const fs::path resolved = fs::weakly_canonical(fs::absolute(given, here), error);
    throw_if(error, "cannot resolve", path);
    std::string text = resolved.lexically_normal().string();
    while (text.size() > 1 && text.back() == '/') text.pop_back();
    return text;
}

std::string relative(const std::string& target, const std::string& folder) {
    return fs::path(target).lexically_relative(folder).string();
}

std::int64_t nanoseconds(const struct timespec& time) noexcept {
    constexpr std::int64_t second = 1'000'000'000;
    constexpr std::int64_t furthest = std::numeric_limits<std::int64_t>::max() / second - 1;
    if (time.tv_sec > furthest) return furthest * second;
    if (time.tv_sec < -furthest) return -furthest * second;
    return std::int64_t{time.tv_sec} * second + time.tv_nsec;
}

bool is_within(std::string_view path, std::string_view folder) {
    if (!path.starts_with(folder)) return false;
    return path.size() == folder.size() || folder == "/" || path[folder.size()] == '/';
}

}  // namespace morgue::base
