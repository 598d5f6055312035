#include <algorithm>
#include <glass/inflater.hpp>
#include <libdeflate.h>
#include <new>

namespace morgue::glass {

namespace {

constexpr std::size_t least_room = std::size_t{1} << 16;
constexpr std::size_t most_room = std::size_t{1} << 30;

}  // namespace

Inflater::Inflater() : decompressor_(libdeflate_alloc_decompressor()) {
    if (!decompressor_) throw std::bad_alloc();
}

void Inflater::Free::operator()(libdeflate_decompressor* decompressor) const noexcept {
    libdeflate_free_decompressor(decompressor);
}

std::optional<std::string_view> Inflater::inflate(std::string_view packed) {
    if (buffer_.empty()) buffer_.resize(least_room);
    for (;;) {
        std::size_t taken = 0;
        std::size_t size = 0;
        const libdeflate_result result =
            libdeflate_deflate_decompress_ex(decompressor_.get(), packed.data(), packed.size(),
                                             buffer_.data(), buffer_.size(), &taken, &size);
        if (result == LIBDEFLATE_SUCCESS && taken == packed.size())
            return std::string_view(buffer_).substr(0, size);
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE || buffer_.size() >= most_room)
            return std::nullopt;
        buffer_.resize(2 * buffer_.size());
    }
}

}  // namespace morgue::glass
