#include <array>
#include <glass/deflater.hpp>
#include <libdeflate.h>
#include <new>
#include <zlib.h>

namespace morgue::glass {

namespace {

/// Leaves 1% more bytes of an index than level 6, in half the time.
constexpr int level = 1;
/// Xapian, too, leaves shorter tags as they are.
constexpr std::size_t longest_raw = 18;

/// What Xapian inflates at a time, less the longest match that may still be held back.
constexpr std::size_t safe_piece = 8192 - 258 - 1;

/// Bytes that the end of a stream inflates to, the end being as long as one component can be.
std::size_t inflated_end(std::string_view packed, std::size_t size) {
    if (packed.size() <= TableWriter::max_item_bytes) return size;
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
    std::string copy(packed.substr(0, packed.size() - TableWriter::max_item_bytes));
    std::array<Bytef, 1U << 16> out{};
    stream.next_in = reinterpret_cast<Bytef*>(copy.data());
    stream.avail_in = static_cast<uInt>(copy.size());
    do {
        stream.next_out = out.data();
        stream.avail_out = static_cast<uInt>(out.size());
    } while (inflate(&stream, Z_SYNC_FLUSH) == Z_OK && stream.avail_out == 0);
    const std::size_t before = stream.total_out;
    inflateEnd(&stream);
    return size - before;
}

}  // namespace

Deflater::Deflater() : compressor_(libdeflate_alloc_compressor(level)) {
    if (!compressor_) throw std::bad_alloc();
}

void Deflater::Free::operator()(libdeflate_compressor* compressor) const noexcept {
    libdeflate_free_compressor(compressor);
}

Deflater::Packed Deflater::pack(std::string_view tag) {
    if (tag.size() <= longest_raw) return {tag, Tag::raw};
    if (buffer_.size() < tag.size()) buffer_.resize(tag.size());
    const std::size_t packed = libdeflate_deflate_compress(
        compressor_.get(), tag.data(), tag.size(), buffer_.data(), tag.size() - 1);
    if (packed == 0) return {tag, Tag::raw};
    const std::string_view bytes = std::string_view(buffer_).substr(0, packed);
    const bool is_short = tag.size() <= safe_piece;
    if (!is_short && inflated_end(bytes, tag.size()) > safe_piece) return {tag, Tag::raw};
    return {bytes, Tag::deflated};
}

}  // namespace morgue::glass
