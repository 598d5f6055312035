#include <cerrno>
#include <fcntl.h>
#include <glass/block_file.hpp>
#include <unistd.h>

namespace morgue::glass {

namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 20;

}  // namespace

BlockFile::BlockFile(std::string path)
    : path_(std::move(path)),
      file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666)) {
    if (!file_.open()) throw base::FileError(errno, "cannot create", path_);
    buffer_.reserve(buffer_bytes);
}

void BlockFile::write(std::string_view bytes) {
    if (buffer_.size() + bytes.size() > buffer_bytes) flush();
    buffer_.append(bytes);
}

void BlockFile::flush() {
    base::write_all(file_, buffer_, path_);
    buffer_.clear();
}

void BlockFile::close() {
    flush();
    if (::close(file_.release()) != 0) throw base::FileError(errno, "cannot write", path_);
}

}  // namespace morgue::glass
