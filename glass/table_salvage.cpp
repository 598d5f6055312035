#include <cerrno>
#include <fcntl.h>
#include <glass/block.hpp>
#include <glass/table_salvage.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <base/bytes.hpp>

namespace morgue::glass {

namespace {

using namespace block_layout;

constexpr std::size_t block_size = TableWriter::block_size;

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
    return static_cast<std::size_t>(base::ByteReader(bytes.substr(at)).big_endian(width));
}

}  // namespace

TableSalvage::TableSalvage(std::string path)
    : path_(std::move(path)),
      file_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {
    if (!file_.open() && errno == ENOENT) return;
    struct stat facts {};
    if (!file_.open() || ::fstat(file_.get(), &facts) != 0)
        throw base::FileError(errno, "cannot open", path_);
    if (S_ISREG(facts.st_mode)) blocks_ = static_cast<std::uint64_t>(facts.st_size) / block_size;
}

bool TableSalvage::next_block() {
    while (next_block_ < blocks_) {
        block_.resize(block_size);
        const ssize_t got = ::pread(file_.get(), block_.data(), block_size,
                                    static_cast<off_t>(block_size * next_block_++));
        if (got != static_cast<ssize_t>(block_size)) continue;
        const std::size_t end = number_at(block_, directory_end_at, 2);
        if (number_at(block_, level_at, 1) != 0 || end < header_bytes || end > block_size) continue;
        entry_ = 0;
        entries_ = (end - header_bytes) / entry_bytes;
        return true;
    }
    return false;
}

std::optional<TableSalvage::Item> TableSalvage::item(std::size_t entry) const {
    const std::string_view block = block_;
    const std::size_t at = number_at(block, header_bytes + entry_bytes * entry, entry_bytes);
    if (at + item_head_bytes > block_size) return std::nullopt;
    const std::size_t head = number_at(block, at, 2);
    const std::size_t size = (head & size_bits) + item_head_bytes;
    if (at + size > block_size) return std::nullopt;
    Item item;
    base::ByteReader in(block.substr(at + 2, size - 2));
    item.key = in.bytes(in.big_endian(1));
    if ((head & first_bit) == 0)
        item.component = static_cast<unsigned>(in.big_endian(component_bytes));
    item.bytes = in.bytes(in.left());
    item.last = (head & last_bit) != 0;
    item.form = (head & compressed_bit) != 0 ? Tag::deflated : Tag::raw;
    if (in.failed()) return std::nullopt;
    return item;
}

bool TableSalvage::take(const Item& item) {
    const bool is_first = item.component == 1;
    const bool follows = component_ > 0 && item.component == component_ + 1 && item.key == key_;
    component_ = 0;
    if (!is_first && !follows) return false;
    if (is_first) {
        key_ = item.key;
        tag_.clear();
        form_ = item.form;
    }
    tag_ += item.bytes;
    if (!item.last) component_ = item.component;
    return item.last;
}

bool TableSalvage::next() {
    for (;;) {
        if (entry_ == entries_ && !next_block()) return false;
        const auto found = item(entry_++);
        if (!found) {
            component_ = 0;
            continue;
        }
        if (!found->key.empty() && take(*found)) return true;
    }
}

std::optional<std::string_view> TableSalvage::tag() {
    if (form_ == Tag::raw) return tag_;
    return inflater_.inflate(tag_);
}

}  // namespace morgue::glass
