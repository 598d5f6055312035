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

RunReader::RunReader(Run run)
    : path_(std::move(run.path)), buffer_(std::move(run.bytes)), before_(run.before) {
    if (path_.empty()) return;
    file_ = base::Descriptor(::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file_.open()) throw base::FileError(errno, "cannot open", path_);
}

void RunReader::fill(std::size_t wanted) {
    if (!file_.open() || buffer_.size() - at_ >= wanted) return;
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t held = buffer_.size();
    buffer_.resize(std::max(wanted, buffer_bytes));
    buffer_.resize(held +
                   base::read_some(file_, buffer_.data() + held, buffer_.size() - held, path_));
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
    left_ = varint();
    return true;
}

bool RunReader::next_value(Value& value) {
    if (left_ == 0) return false;
    --left_;
    value.docid = before_ + static_cast<std::uint32_t>(varint());
    value.bytes = bytes(varint());
    return true;
}

bool RunReader::next_term() {
    term_ = bytes(varint());
    if (term_.empty()) return false;
    left_ = varint();
    last_docid_ = 0;
    return true;
}

bool RunReader::next_posting(Posting& posting) {
    if (left_ == 0) return false;
    --left_;
    last_docid_ += static_cast<std::uint32_t>(varint());
    posting.docid = before_ + last_docid_;
    posting.wdf = static_cast<std::uint32_t>(varint());
    posting.positions = bytes(varint());
    return true;
}

}  // namespace morgue::glass
