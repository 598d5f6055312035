#include <algorithm>
#include <span>

#include <indexer/containers/record_buffer.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t read_bytes = std::size_t{64} << 10;

}  // namespace

bool RecordBuffer::look(std::size_t size) {
    while (bytes().size() < size)
        if (!read_more()) return false;
    return true;
}

bool RecordBuffer::read_more() {
    if (begin_ > 0) buffer_.erase(0, begin_);
    begin_ = 0;
    const std::size_t filled = buffer_.size();
    buffer_.resize(filled + read_bytes);
    const Chunk chunk = stream_.read(std::span(buffer_).subspan(filled));
    buffer_.resize(filled + chunk.size);
    if (chunk.size == 0) return false;
    if (pieces_.empty() || pieces_.back().place.begin != chunk.place.begin)
        pieces_.push_back({dropped_ + filled, chunk.place});
    leave_pieces();
    return true;
}

void RecordBuffer::drop(std::size_t size) {
    begin_ += size;
    dropped_ += size;
    leave_pieces();
}

/// Those that end before the first byte.
void RecordBuffer::leave_pieces() {
    while (pieces_.size() > 1 && pieces_[1].at <= dropped_) pieces_.pop_front();
}

std::uint64_t RecordBuffer::skip(std::uint64_t size) {
    std::uint64_t skipped = 0;
    while (skipped < size) {
        if (bytes().empty() && !read_more()) break;
        const std::uint64_t now = std::min<std::uint64_t>(size - skipped, bytes().size());
        drop(static_cast<std::size_t>(now));
        skipped += now;
    }
    return skipped;
}

StreamPlace RecordBuffer::place() const {
    if (pieces_.empty()) return {};
    const Piece& piece = pieces_.front();
    const std::uint64_t before = piece.place.before + (dropped_ - piece.at);
    if (stream_.is_plain()) return {piece.place.begin + before, 0};
    return {piece.place.begin, before};
}

bool RecordBuffer::resume() {
    if (!stream_.resume()) return false;
    drop(bytes().size());
    pieces_.clear();
    return true;
}

}  // namespace morgue::indexer
