#include <algorithm>
#include <cerrno>
#include <glass/section_reader.hpp>

#include <base/bytes.hpp>

namespace morgue::glass {

namespace {

constexpr std::size_t numbers_of_stretch = 6;

}  // namespace

SectionReader::SectionReader(Section section, std::size_t buffer_bytes)
    : file_(std::move(section.file)),
      path_(std::move(section.path)),
      before_(section.before),
      buffer_bytes_(buffer_bytes),
      buffer_(std::move(section.bytes)) {}

void SectionReader::fill(std::size_t wanted) {
    if (!file_.open() || buffer_.size() - at_ >= wanted) return;
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t held = buffer_.size();
    buffer_.resize(std::max(wanted, buffer_bytes_));
    buffer_.resize(held +
                   base::read_some(file_, buffer_.data() + held, buffer_.size() - held, path_));
}

std::uint64_t SectionReader::varint() {
    fill(longest_long_varint);
    base::ByteReader reader(std::string_view(buffer_).substr(at_));
    const std::size_t before = reader.left();
    const std::uint64_t value = reader.varint();
    if (reader.failed()) throw base::FileError(EIO, "too short:", path_);
    at_ += before - reader.left();
    return value;
}

std::string_view SectionReader::bytes(std::size_t length) {
    fill(length);
    if (buffer_.size() - at_ < length) throw base::FileError(EIO, "too short:", path_);
    const std::string_view taken = std::string_view(buffer_).substr(at_, length);
    at_ += length;
    return taken;
}

bool SectionReader::next_term() {
    term_ = bytes(varint());
    if (term_.empty()) return false;
    fill(numbers_of_stretch * longest_long_varint);
    base::ByteReader numbers(std::string_view(buffer_).substr(at_));
    stretch_.documents = static_cast<std::uint32_t>(numbers.varint());
    stretch_.first = before_ + static_cast<std::uint32_t>(numbers.varint());
    stretch_.last = stretch_.first + static_cast<std::uint32_t>(numbers.varint());
    stretch_.highest_wdf = static_cast<std::uint32_t>(numbers.varint());
    stretch_.occurrences = numbers.varint();
    const std::uint64_t length = numbers.varint();
    if (numbers.failed()) throw base::FileError(EIO, "too short:", path_);
    at_ = buffer_.size() - numbers.left();
    stretch_.entries = bytes(length);
    return true;
}

}  // namespace morgue::glass
