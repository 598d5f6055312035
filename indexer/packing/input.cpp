#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>
#include <utility>

#include <indexer/packing/input.hpp>

namespace morgue::indexer {

namespace {

class FileInput : public Input {
  public:
    FileInput(base::Descriptor file, std::uint64_t size) : file_(std::move(file)), size_(size) {}

    std::uint64_t size() const noexcept override { return size_; }

    std::size_t read_at(std::uint64_t offset, std::span<char> into) override {
        if (offset >= size_) return 0;
        into = into.first(
            static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), size_ - offset)));
        std::size_t filled = 0;
        while (filled < into.size()) {
            const ssize_t got = ::pread(file_.get(), into.data() + filled, into.size() - filled,
                                        static_cast<off_t>(offset + filled));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) error_ = std::strerror(errno);
            if (got <= 0) break;
            filled += static_cast<std::size_t>(got);
        }
        return filled;
    }

    std::string error() const override { return error_; }

  private:
    base::Descriptor file_;
    std::uint64_t size_;
    std::string error_;
};

class MemoryInput : public Input {
  public:
    explicit MemoryInput(std::string bytes) : bytes_(std::move(bytes)) {}

    std::uint64_t size() const noexcept override { return bytes_.size(); }

    std::size_t read_at(std::uint64_t offset, std::span<char> into) override {
        if (offset >= bytes_.size()) return 0;
        return bytes_.copy(into.data(), into.size(), static_cast<std::size_t>(offset));
    }

  private:
    std::string bytes_;
};

}  // namespace

std::unique_ptr<Input> file_input(base::Descriptor file, std::uint64_t size) {
    return std::make_unique<FileInput>(std::move(file), size);
}

std::unique_ptr<Input> memory_input(std::string bytes) {
    return std::make_unique<MemoryInput>(std::move(bytes));
}

}  // namespace morgue::indexer
