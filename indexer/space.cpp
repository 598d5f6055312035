#include <morgue/error.hpp>

#include <base/file.hpp>
#include <indexer/space.hpp>

namespace morgue::indexer {

namespace {

std::string megabytes(std::uint64_t bytes) {
    return std::to_string(bytes / 1'000'000) + " MB";
}

}  // namespace

// News in English, German and Japanese took 2.2 to 2.8 bytes a byte.
std::uint64_t bytes_to_index(std::uint64_t text_bytes) {
    return text_bytes * 3;
}

void require_space(const std::string& index_dir, std::uint64_t bytes) {
    const std::uint64_t free = base::free_bytes(index_dir);
    if (bytes <= free) return;
    throw Error(ErrorCode::io_error,
                "the index needs about " + megabytes(bytes) + " more, and its disk has " +
                    megabytes(free) + " free",
                index_dir,
                "make room there, or make an index on another disk: morgue -d DIR index PATH");
}

}  // namespace morgue::indexer
