#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <base/copy.hpp>
#include <base/file.hpp>

namespace morgue::base {

namespace {

constexpr std::size_t piece = std::size_t{4} << 20;

/// Between some file systems, and on old kernels, the kernel does not copy by itself.
bool must_be_done_by_hand(int error) {
    return error == EXDEV || error == EINVAL || error == ENOSYS || error == EOPNOTSUPP ||
           error == EPERM;
}

class Copying {
  public:
    Copying(const std::string& from, const std::string& to)
        : from_(from),
          to_(to),
          source_(::open(from.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {
        struct stat facts {};
        if (!source_.open() || ::fstat(source_.get(), &facts) != 0)
            throw FileError(errno, "cannot open", from_);
        if (!S_ISREG(facts.st_mode)) throw FileError(EINVAL, "cannot read", from_);
        target_ = Descriptor(
            ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!target_.open()) throw FileError(errno, "cannot create", to_);
    }

    /// Bytes copied; 0 at the end.
    std::size_t next() {
        for (;;) {
            const ssize_t copied = by_hand_ ? copy_by_hand() : copy_by_kernel();
            if (copied >= 0) return static_cast<std::size_t>(copied);
            if (errno != EINTR) by_hand_ = true;
        }
    }

  private:
    ssize_t copy_by_kernel() {
        const ssize_t copied =
            ::copy_file_range(source_.get(), nullptr, target_.get(), nullptr, piece, 0);
        if (copied < 0 && errno != EINTR && !must_be_done_by_hand(errno))
            throw FileError(errno, "cannot copy", from_);
        return copied;
    }

    ssize_t copy_by_hand() {
        buffer_.resize(piece);
        const ssize_t got = ::read(source_.get(), buffer_.data(), buffer_.size());
        if (got < 0 && errno != EINTR) throw FileError(errno, "cannot read", from_);
        for (ssize_t done = 0; done < got;) {
            const ssize_t written =
                ::write(target_.get(), buffer_.data() + done, static_cast<std::size_t>(got - done));
            if (written < 0 && errno != EINTR) throw FileError(errno, "cannot write", to_);
            if (written > 0) done += written;
        }
        return got;
    }

    const std::string& from_;
    const std::string& to_;
    Descriptor source_;
    Descriptor target_;
    std::string buffer_;
    bool by_hand_ = false;
};

}  // namespace

void copy_file(const std::string& from, const std::string& to,
               const std::function<bool(std::uint64_t bytes)>& go_on) {
    Copying copying(from, to);
    while (const std::size_t copied = copying.next())
        if (!go_on(copied)) return;
}

}  // namespace morgue::base
