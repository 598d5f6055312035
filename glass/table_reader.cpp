#include <cerrno>
#include <fcntl.h>
#include <glass/block.hpp>
#include <glass/table_reader.hpp>
#include <unistd.h>

#include <base/bytes.hpp>

namespace morgue::glass {

namespace {

constexpr std::size_t block_size = TableWriter::block_size;
constexpr std::size_t buffered_blocks = 64;

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
    return static_cast<std::size_t>(base::ByteReader(bytes.substr(at)).big_endian(width));
}

}  // namespace

TableReader::TableReader(std::string path)
    : path_(std::move(path)), file_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) {
    if (!file_.open() && errno != ENOENT) throw base::FileError(errno, "cannot open", path_);
}

bool TableReader::next_leaf() {
    if (!file_.open()) return false;
    for (;;) {
        block_ += block_size;
        if (block_ >= buffer_.size()) {
            buffer_.resize(buffered_blocks * block_size);
            buffer_.resize(base::read_some(file_, buffer_.data(), buffer_.size(), path_));
            block_ = 0;
            if (buffer_.empty()) return false;
            if (buffer_.size() % block_size != 0) fail();
        }
        const std::string_view block = std::string_view(buffer_).substr(block_, block_size);
        const std::size_t directory_end = number_at(block, block_layout::directory_end_at, 2);
        if (directory_end < block_layout::header_bytes || directory_end > block_size) fail();
        entry_ = 0;
        entries_ = (directory_end - block_layout::header_bytes) / block_layout::entry_bytes;
        if (number_at(block, block_layout::level_at, 1) == 0) return true;
    }
}

bool TableReader::next_item(Item& item) {
    while (entry_ == entries_)
        if (!next_leaf()) return false;
    const std::string_view block = std::string_view(buffer_).substr(block_, block_size);
    const std::size_t at =
        number_at(block, block_layout::header_bytes + block_layout::entry_bytes * entry_++, 2);
    if (at + block_layout::item_head_bytes > block_size) fail();
    const std::size_t head = number_at(block, at, 2);
    const std::size_t size = (head & block_layout::size_bits) + block_layout::item_head_bytes;
    const std::size_t key_size = number_at(block, at + 2, 1);
    const bool is_first = (head & block_layout::first_bit) != 0;
    const std::size_t before =
        block_layout::item_head_bytes + key_size + (is_first ? 0 : block_layout::component_bytes);
    if (at + size > block_size || before > size) fail();
    item.key = block.substr(at + block_layout::item_head_bytes, key_size);
    item.bytes = block.substr(at + before, size - before);
    item.last = (head & block_layout::last_bit) != 0;
    item.form = (head & block_layout::compressed_bit) != 0 ? Tag::deflated : Tag::raw;
    return true;
}

bool TableReader::next() {
    Item item;
    do {
        if (!next_item(item)) return false;
    } while (item.key.empty());  // the null item
    key_ = item.key;
    tag_ = item.bytes;
    form_ = item.form;
    while (!item.last) {
        if (!next_item(item) || item.key != key_) fail();
        tag_ += item.bytes;
    }
    return true;
}

}  // namespace morgue::glass
