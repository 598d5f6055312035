#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <morgue/error.hpp>

#include <base/bytes.hpp>
#include <base/crc32c.hpp>
#include <schema/file_table.hpp>
#include <schema/hints.hpp>

namespace morgue::schema {

namespace {

/// A look-up reads one block, and half of it on average is looked through.
constexpr std::size_t block_bytes = 4096;
constexpr std::size_t piece_bytes = std::size_t{1} << 18;
/// The last bytes say where the directory begins.
constexpr std::size_t tail_bytes = 8;

std::size_t common_length(std::string_view left, std::string_view right) {
    const auto differ = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    return static_cast<std::size_t>(differ.first - left.begin());
}

}  // namespace

bool is_file_table(std::string_view name) {
    constexpr std::string_view beginning = "files.";
    if (!name.starts_with(beginning)) return false;
    if (name.ends_with(".tmp")) name.remove_suffix(4);
    name.remove_prefix(beginning.size());
    return !name.empty() &&
           std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

FileTableWriter::FileTableWriter(const std::string& dir, std::uint64_t number)
    : id_{.number = number}, file_(base::join(dir, id_.file_name())) {}

void FileTableWriter::add(std::string_view key, std::string_view state) {
    if (block_.size() >= block_bytes) end_block();
    if (block_.empty()) {
        base::put_varint(directory_, id_.bytes);
        base::put_string(directory_, key);
    }
    const std::size_t shared = block_.empty() ? 0 : common_length(last_key_, key);
    base::put_varint(block_, shared);
    base::put_string(block_, key.substr(shared));
    base::put_string(block_, state);
    last_key_ = key;
}

FileTableId FileTableWriter::finish() {
    end_block();
    const std::uint64_t blocks_end = id_.bytes;
    base::put_varint(directory_, blocks_end);
    base::put_string(directory_, last_key_);
    base::put_big_endian(directory_, blocks_end, tail_bytes);
    write(directory_);
    file_.finish();
    return id_;
}

void FileTableWriter::end_block() {
    write(block_);
    block_.clear();
}

void FileTableWriter::write(std::string_view bytes) {
    file_.write(bytes);
    id_.crc = base::crc32c(bytes, id_.crc);
    id_.bytes += bytes.size();
}

std::shared_ptr<const FileTable> FileTable::open(const std::string& dir, const FileTableId& id) {
    const std::shared_ptr<FileTable> table(new FileTable(base::join(dir, id.file_name()), id));
    const int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    table->file_ = base::Descriptor(::open(table->path_.c_str(), flags));
    if (!table->file_.open() && errno == ENOENT) return nullptr;
    if (!table->file_.open()) throw base::FileError(errno, "cannot open", table->path_);
    return table->is_whole() && table->read_directory() ? table : nullptr;
}

bool FileTable::is_whole() {
    struct stat facts {};
    if (::fstat(file_.get(), &facts) != 0) throw base::FileError(errno, "cannot look at", path_);
    const bool fits =
        S_ISREG(facts.st_mode) && static_cast<std::uint64_t>(facts.st_size) == id_.bytes;
    if (!fits) return false;
    std::string piece(piece_bytes, '\0');
    std::uint32_t crc = 0;
    while (const std::size_t got = base::read_some(file_, piece.data(), piece.size(), path_))
        crc = base::crc32c(std::string_view(piece).substr(0, got), crc);
    return crc == id_.crc;
}

bool FileTable::read_directory() {
    if (id_.bytes < tail_bytes) return false;
    std::string tail(tail_bytes, '\0');
    read(id_.bytes - tail_bytes, tail);
    const std::uint64_t begin = base::ByteReader(tail).big_endian(tail_bytes);
    if (begin > id_.bytes - tail_bytes) return false;
    std::string bytes(id_.bytes - tail_bytes - begin, '\0');
    read(begin, bytes);
    base::ByteReader in(bytes);
    while (!in.failed()) {
        const std::uint64_t offset = in.varint();
        std::string key(in.string());
        if (offset < (blocks_.empty() ? 0 : blocks_.back().offset)) return false;
        if (!blocks_.empty()) blocks_.back().bytes = offset - blocks_.back().offset;
        if (in.left() == 0) {
            last_key_ = std::move(key);
            return !in.failed() && offset == begin;
        }
        blocks_.push_back({offset, 0, std::move(key)});
    }
    return false;
}

/// The last block that may hold the key.
std::size_t FileTable::block_of(std::string_view key) const {
    const auto after = std::upper_bound(
        blocks_.begin(), blocks_.end(), key,
        [](std::string_view wanted, const Block& block) { return wanted < block.first_key; });
    return after == blocks_.begin() ? 0 : static_cast<std::size_t>(after - blocks_.begin()) - 1;
}

void FileTable::read(std::uint64_t offset, std::string& into) const {
    const std::size_t got = base::read_at(file_, offset, into, path_);
    if (got < into.size()) throw base::FileError(EIO, "cannot read", path_);
}

std::optional<std::string> FileTable::find(std::string_view key) const {
    if (blocks_.empty() || key < blocks_.front().first_key || last_key_ < key) return std::nullopt;
    const Cursor at(shared_from_this(), key);
    if (at.at_end() || at.key() != key) return std::nullopt;
    return std::string(at.state());
}

FileTable::Cursor::Cursor(std::shared_ptr<const FileTable> table, std::string_view from)
    : table_(std::move(table)), next_block_(table_->block_of(from)) {
    next();
    while (!at_end_ && key_ < from) next();
}

void FileTable::Cursor::next() {
    if (next_ == bytes_.size()) {
        at_end_ = next_block_ == table_->blocks_.size();
        if (at_end_) return;
        const Block& block = table_->blocks_[next_block_++];
        bytes_.resize(block.bytes);
        table_->read(block.offset, bytes_);
        next_ = 0;
    }
    base::ByteReader in(std::string_view(bytes_).substr(next_));
    const std::uint64_t shared = in.varint();
    const std::string_view rest_of_key = in.string();
    state_bytes_ = in.string().size();
    if (in.failed() || shared > key_.size())
        throw Error(ErrorCode::index_corrupt, "the index's list of files is damaged", table_->path_,
                    files_hint);
    key_.replace(static_cast<std::size_t>(shared), std::string::npos, rest_of_key);
    next_ = bytes_.size() - in.left();
    state_at_ = next_ - state_bytes_;
}

}  // namespace morgue::schema
