#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <glass/run_reader.hpp>
#include <unistd.h>

#include <base/bytes.hpp>

namespace morgue::glass {

namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 18;
constexpr std::size_t longest_varint = 10;

}  // namespace

RunReader::RunReader(std::string path)
    : path_(std::move(path)), file_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) {
    if (!file_.open()) throw base::FileError(errno, "cannot open", path_);
}

void RunReader::fill(std::size_t wanted) {
    if (buffer_.size() - at_ >= wanted) return;
    buffer_.erase(0, at_);
    at_ = 0;
    std::size_t held = buffer_.size();
    buffer_.resize(std::max(wanted, buffer_bytes));
    while (held < wanted) {
        const ssize_t got = ::read(file_.get(), buffer_.data() + held, buffer_.size() - held);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw base::FileError(errno, "cannot read", path_);
        if (got == 0) break;
        held += static_cast<std::size_t>(got);
    }
    buffer_.resize(held);
}

std::uint64_t RunReader::varint() {
    fill(longest_varint);
    base::ByteReader reader(std::string_view(buffer_).substr(at_));
    const std::size_t before = reader.left();
    const std::uint64_t value = reader.varint();
    if (reader.failed()) throw base::FileError(EIO, "too short:", path_);
    at_ += before - reader.left();
    return value;
}

std::string_view RunReader::bytes(std::size_t length) {
    fill(length);
    if (buffer_.size() - at_ < length) throw base::FileError(EIO, "too short:", path_);
    const std::string_view taken = std::string_view(buffer_).substr(at_, length);
    at_ += length;
    return taken;
}

bool RunReader::next_slot() {
    const std::uint64_t slot = varint();
    if (slot == 0) return false;
    slot_ = static_cast<std::uint32_t>(slot - 1);
    count_ = varint();
    return true;
}

RunReader::Value RunReader::next_value() {
    const auto docid = static_cast<std::uint32_t>(varint());
    return {docid, bytes(varint())};
}

bool RunReader::next_term() {
    term_ = bytes(varint());
    if (term_.empty()) return false;
    count_ = varint();
    last_docid_ = 0;
    return true;
}

RunReader::Posting RunReader::next_posting() {
    last_docid_ += static_cast<std::uint32_t>(varint());
    const auto wdf = static_cast<std::uint32_t>(varint());
    return {last_docid_, wdf, bytes(varint())};
}

}  // namespace morgue::glass
