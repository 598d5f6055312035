#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <base/file.hpp>
#include <indexer/source/read.hpp>

namespace morgue::indexer {

namespace {

Unreadable refused(int error) {
    if (error == ENOENT || error == ENOTDIR) return {SkipReason::vanished, {}};
    if (error == ELOOP || error == ENXIO) return {SkipReason::not_a_file, {}};
    return {SkipReason::unreadable, std::strerror(error)};
}

schema::FileState state_of(const struct stat& facts) {
    return {static_cast<std::uint64_t>(facts.st_size),
            base::nanoseconds(facts.st_mtim),
            facts.st_ino,
            {}};
}

/// The bytes, or the error number. Stops at the end of the file or one byte past `expected`.
std::variant<std::string, int> read_bytes(const base::Descriptor& file, std::size_t expected) {
    std::string bytes(expected + 1, '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

}  // namespace

std::variant<OpenFile, Unreadable> open_article_file(const std::string& path, bool follow_link) {
    const int follow = follow_link ? 0 : O_NOFOLLOW;
    base::Descriptor file(::open(path.c_str(), O_RDONLY | follow | O_NONBLOCK | O_CLOEXEC));
    if (!file.open()) return refused(errno);
    struct stat facts {};
    if (::fstat(file.get(), &facts) != 0) return refused(errno);
    if (!S_ISREG(facts.st_mode)) return Unreadable{SkipReason::not_a_file, {}};
    return OpenFile{std::move(file), state_of(facts)};
}

bool has_changed(const OpenFile& file) {
    struct stat facts {};
    if (::fstat(file.descriptor.get(), &facts) != 0) return true;
    const schema::FileState now = state_of(facts);
    return now.size != file.state.size || now.mtime_ns != file.state.mtime_ns;
}

std::variant<FileBytes, Unreadable> read_article_file(const std::string& path,
                                                      const ReadLimits& limits) {
    auto opened = open_article_file(path, limits.follow_link);
    if (auto* unreadable = std::get_if<Unreadable>(&opened)) return std::move(*unreadable);
    OpenFile& file = std::get<OpenFile>(opened);
    if (file.state.size > limits.max_bytes)
        return Unreadable{SkipReason::too_large, std::to_string(file.state.size) +
                                                     " bytes, over the limit of " +
                                                     std::to_string(limits.max_bytes)};
    auto bytes = read_bytes(file.descriptor, static_cast<std::size_t>(file.state.size));
    if (const int* error = std::get_if<int>(&bytes)) return refused(*error);
    std::string& content = std::get<std::string>(bytes);
    if (has_changed(file) || content.size() != file.state.size)
        return Unreadable{SkipReason::vanished, "it changed while it was read"};
    file.state.content = base::hash128({content});
    return FileBytes{std::move(content), file.state};
}

}  // namespace morgue::indexer
