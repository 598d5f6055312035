#include <algorithm>
#include <glass/block.hpp>
#include <glass/byte_buffer.hpp>
#include <glass/table_writer.hpp>
#include <stdexcept>

namespace morgue::glass {

namespace {

using namespace block_layout;

constexpr unsigned max_level = 9;
/// Less of a tag than that is not worth a component of its own: what Xapian's compaction does.
constexpr std::size_t least_component = 31;

/// In every table before its first key.
constexpr std::string_view null_item{"\x60\x00\x00", 3};
constexpr std::uint32_t revision = 1;

char* put_number(char* at, std::uint64_t value, std::size_t width) {
    while (width-- > 0) *at++ = static_cast<char>(value >> (8 * width));
    return at;
}

std::size_t head_of(std::string_view key, unsigned component) {
    return item_head_bytes + key.size() + (component > 1 ? component_bytes : 0);
}

}  // namespace

TableWriter::TableWriter(std::string path, Creation creation) : path_(std::move(path)) {
    if (creation == Creation::always) create();
}

void TableWriter::create() {
    file_ = BlockFile(path_);
    open_block(0, {});
    put_bytes(new_item(levels_[0], null_item.size()), null_item);
}

void TableWriter::open_block(std::size_t level, Mark separator) {
    if (level == levels_.size()) levels_.emplace_back();
    OpenBlock& block = levels_[level];
    block.bytes.assign(block_size, '\0');
    block.items = 0;
    block.lowest = block_size;
    block.separator = std::move(separator);
}

std::size_t TableWriter::room(const OpenBlock& block) const {
    return block.lowest - header_bytes - entry_bytes * block.items;
}

char* TableWriter::new_item(OpenBlock& block, std::size_t size) const {
    char* const bytes = block.bytes.data();
    block.lowest -= size;
    put_number(bytes + header_bytes + entry_bytes * block.items++, block.lowest, entry_bytes);
    return bytes + block.lowest;
}

std::uint32_t TableWriter::write_block(std::size_t level) {
    OpenBlock& block = levels_[level];
    char* const bytes = block.bytes.data();
    const std::size_t gap = room(block);
    put_number(bytes, revision, 4);
    put_number(bytes + level_at, level, 1);
    put_number(bytes + largest_gap_at, gap, 2);
    put_number(bytes + free_bytes_at, gap, 2);
    put_number(bytes + directory_end_at, header_bytes + entry_bytes * block.items, 2);
    file_.write(block.bytes);
    checksummer_.add(block.bytes);
    return blocks_++;
}

std::uint32_t TableWriter::close_block(std::size_t level) {
    const std::uint32_t number = write_block(level);
    add_branch(level + 1, Mark(std::move(levels_[level].separator)), number);
    return number;
}

void TableWriter::add_branch(std::size_t level, const Mark& separator, std::uint32_t child) {
    if (level > max_level) throw std::length_error("too many levels in " + path_);
    const bool is_new = level == levels_.size();
    const std::size_t size = branch_item_bytes + separator.key.size();
    // The first item of a branch block stands for all keys below the second, so it needs no key.
    const bool is_first = is_new || size + entry_bytes > room(levels_[level]);
    if (is_first) {
        if (!is_new) close_block(level);
        open_block(level, separator);
    }
    const Mark mark = is_first ? Mark() : separator;
    char* at = new_item(levels_[level], branch_item_bytes + mark.key.size());
    at = put_number(at, child, 4);
    at = put_number(at, mark.key.size(), 1);
    at = put_bytes(at, mark.key);
    put_number(at, mark.component, component_bytes);
}

std::string_view TableWriter::last_key() const {
    const char* const item = levels_[0].bytes.data() + levels_[0].lowest;
    return {item + item_head_bytes, static_cast<unsigned char>(item[item_head_bytes - 1])};
}

TableWriter::Mark TableWriter::separator_before(std::string_view key, unsigned component) const {
    const std::string_view last = last_key();
    if (key == last) return {std::string(key), component};
    const auto differs = std::mismatch(key.begin(), key.end(), last.begin(), last.end());
    const auto common = static_cast<std::size_t>(differs.first - key.begin());
    return {std::string(key.substr(0, common + 1)), component};
}

void TableWriter::add_component(std::string_view key, const Component& component) {
    const std::size_t size = head_of(key, component.number) + component.bytes.size();
    if (size + entry_bytes > room(levels_[0])) {
        Mark separator = separator_before(key, component.number);
        close_block(0);
        open_block(0, std::move(separator));
    }
    const unsigned flags = (component.form == Tag::deflated ? compressed_bit : 0) |
                           (component.last ? last_bit : 0) |
                           (component.number == 1 ? first_bit : 0);
    char* at = new_item(levels_[0], size);
    at = put_number(at, flags | (size - item_head_bytes), 2);
    at = put_number(at, key.size(), 1);
    at = put_bytes(at, key);
    if (component.number > 1) at = put_number(at, component.number, component_bytes);
    put_bytes(at, component.bytes);
}

void TableWriter::add(std::string_view key, std::string_view tag, Tag form) {
    if (key.size() > max_key_bytes) throw std::length_error("a key is too long for " + path_);
    if (!file_.open()) create();
    // A table out of order answers wrongly and without a word: better no table than that.
    if (entries_ > 0 && !(last_key() < key))
        throw std::logic_error("entries come out of order for " + path_);
    Component component;
    component.form = form;
    for (;; ++component.number) {
        if (component.number > max_components)
            throw std::length_error("an entry is too long for " + path_);
        const std::size_t head = head_of(key, component.number);
        const std::size_t left = room(levels_[0]);
        const bool fits = tag.size() + head + entry_bytes <= left;
        const bool fills = left >= head + entry_bytes + least_component;
        const std::size_t most =
            fits || !fills ? max_item_bytes : std::min(max_item_bytes, left - entry_bytes);
        component.bytes = tag.substr(0, most - head);
        tag.remove_prefix(component.bytes.size());
        component.last = tag.empty();
        add_component(key, component);
        if (component.last) break;
    }
    ++entries_;
}

TableRoot TableWriter::finish() {
    if (!file_.open()) return {};
    std::size_t top = 0;
    for (; top + 1 < levels_.size(); ++top) close_block(top);
    TableRoot root{.level = static_cast<std::uint32_t>(top), .entries = entries_};
    root.block = write_block(top);
    root.blocks = blocks_;
    root.checksums = checksummer_.finish();
    file_.close();
    return root;
}

}  // namespace morgue::glass
