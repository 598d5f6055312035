#include <cerrno>
#include <fcntl.h>
#include <glass/table_salvage.hpp>
#include <sys/stat.h>
#include <unistd.h>

namespace morgue::glass {

namespace {

constexpr std::size_t block_size = TableWriter::block_size;

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
        const auto entries = entries_in(block_);
        if (number_at(block_, block_layout::level_at, 1) != 0 || !entries) continue;
        entry_ = 0;
        entries_ = *entries;
        return true;
    }
    return false;
}

bool TableSalvage::take(const LeafItem& item) {
    const bool is_first = item.component == 1;
    const bool follows = component_ > 0 && item.component == component_ + 1 && item.key == key_;
    component_ = 0;
    if (!is_first && !follows) return false;
    if (is_first) {
        key_ = item.key;
        tag_.clear();
        form_ = item.deflated ? Tag::deflated : Tag::raw;
    }
    tag_ += item.bytes;
    if (!item.last) component_ = item.component;
    return item.last;
}

bool TableSalvage::next() {
    for (;;) {
        if (entry_ == entries_ && !next_block()) return false;
        const auto found = leaf_item(block_, entry_++);
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
