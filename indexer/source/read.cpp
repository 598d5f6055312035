#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#include <base/file.hpp>
#include <indexer/source/read.hpp>

namespace morgue::indexer {

namespace {

Unreadable refused(int error) {
    if (error == ENOENT || error == ENOTDIR) return {SkipReason::vanished, {}};
    if (error == ELOOP || error == ENXIO) return {SkipReason::not_a_file, {}};
    return {SkipReason::unreadable, std::strerror(error)};
}

bool same_file_state(const struct stat& before, const struct stat& after) {
    return before.st_size == after.st_size &&
           base::nanoseconds(before.st_mtim) == base::nanoseconds(after.st_mtim);
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

std::optional<Unreadable> unfit(const struct stat& facts, std::size_t max_bytes) {
    if (!S_ISREG(facts.st_mode)) return Unreadable{SkipReason::not_a_file, {}};
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    if (size > max_bytes)
        return Unreadable{
            SkipReason::too_large,
            std::to_string(size) + " bytes, over the limit of " + std::to_string(max_bytes)};
    return std::nullopt;
}

}  // namespace

std::variant<FileBytes, Unreadable> read_article_file(const std::string& path,
                                                      const ReadLimits& limits) {
    const int follow = limits.follow_link ? 0 : O_NOFOLLOW;
    const base::Descriptor file(::open(path.c_str(), O_RDONLY | follow | O_NONBLOCK | O_CLOEXEC));
    if (!file.open()) return refused(errno);
    struct stat before {};
    if (::fstat(file.get(), &before) != 0) return refused(errno);
    if (auto why = unfit(before, limits.max_bytes)) return *std::move(why);
    auto bytes = read_bytes(file, static_cast<std::size_t>(before.st_size));
    if (const int* error = std::get_if<int>(&bytes)) return refused(*error);
    struct stat after {};
    if (::fstat(file.get(), &after) != 0) return refused(errno);
    std::string& content = std::get<std::string>(bytes);
    if (!same_file_state(before, after) ||
        content.size() != static_cast<std::size_t>(before.st_size))
        return Unreadable{SkipReason::vanished, "it changed while it was read"};
    schema::FileState state{content.size(), base::nanoseconds(before.st_mtim), before.st_ino,
                            base::hash128({content})};
    return FileBytes{std::move(content), state};
}

}  // namespace morgue::indexer
