#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <base/file.hpp>
#include <base/mapped_file.hpp>

namespace morgue::base {

std::optional<MappedFile> MappedFile::open(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.open() && errno == ENOENT) return std::nullopt;
    struct stat facts {};
    if (!file.open() || ::fstat(file.get(), &facts) != 0)
        throw FileError(errno, "cannot open", path);
    if (!S_ISREG(facts.st_mode)) throw FileError(EINVAL, "cannot read, as it is no file,", path);
    const auto size = static_cast<std::size_t>(facts.st_size);
    if (size == 0) return MappedFile(std::string_view{});
    void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (start == MAP_FAILED) throw FileError(errno, "cannot read", path);
    return MappedFile({static_cast<const char*>(start), size});
}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace morgue::base
