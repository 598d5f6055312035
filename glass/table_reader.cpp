#include <cerrno>
#include <fcntl.h>
#include <glass/table_reader.hpp>
#include <unistd.h>

namespace morgue::glass {

namespace {

constexpr std::size_t block_size = TableWriter::block_size;
constexpr std::size_t buffered_blocks = 64;

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
        const auto entries = entries_in(block);
        if (!entries) fail();
        entry_ = 0;
        entries_ = *entries;
        if (number_at(block, block_layout::level_at, 1) == 0) return true;
    }
}

bool TableReader::next_item(LeafItem& item) {
    while (entry_ == entries_)
        if (!next_leaf()) return false;
    const auto found = leaf_item(std::string_view(buffer_).substr(block_, block_size), entry_++);
    if (!found) fail();
    item = *found;
    return true;
}

bool TableReader::next() {
    LeafItem item;
    do {
        if (!next_item(item)) return false;
    } while (item.key.empty());  // the null item
    key_ = item.key;
    tag_ = item.bytes;
    form_ = item.deflated ? Tag::deflated : Tag::raw;
    while (!item.last) {
        if (!next_item(item) || item.key != key_) fail();
        tag_ += item.bytes;
    }
    return true;
}

}  // namespace morgue::glass
