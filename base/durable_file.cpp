#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

#include <base/durable_file.hpp>

namespace morgue::base {

DurableFile::DurableFile(std::string path) : path_(std::move(path)), beside_(path_ + ".tmp") {
    // A link planted here must not lead to another file.
    if (::unlink(beside_.c_str()) != 0 && errno != ENOENT)
        throw FileError(errno, "cannot replace", beside_);
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    file_ = Descriptor(::open(beside_.c_str(), flags, 0600));
    if (!file_.open()) throw FileError(errno, "cannot open", beside_);
    inherit_mode(beside_);
}

DurableFile::~DurableFile() {
    if (file_.open()) ::unlink(beside_.c_str());
}

void DurableFile::finish() {
    if (::fsync(file_.get()) != 0) throw FileError(errno, "cannot sync", beside_);
    rename_path(beside_, path_);
    file_ = Descriptor();
    const std::string_view folder = parent(path_);
    sync_directory(folder.empty() ? "." : std::string(folder));
}

}  // namespace morgue::base
