#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

#include <indexer/source/listing.hpp>

namespace morgue::indexer {

/// A regular file as the scan saw it; it has not been opened.
struct FoundFile {
    std::string_view path;  ///< relative to the root, with '/'; its bytes are the FoundFiles'
    std::uint64_t size = 0;
    std::int64_t mtime_ns = 0;
    std::uint64_t inode = 0;
    bool is_link = false;  ///< the path itself is a link that leads to it
};

/// The files of one scan, 48 bytes and the path for each, since there may be millions. Copies
/// share the paths.
class FoundFiles {
  public:
    using Iterator = std::vector<FoundFile>::const_iterator;

    /// Copies the path's bytes.
    void add(FoundFile file);
    /// What is added from here on may go before what was; until the next call it is in order, and
    /// nothing else will go between.
    void begin_run();
    /// Runs become one sequence in byte order of the paths.
    void join_runs();
    void sort();
    void erase_if(const std::function<bool(const FoundFile&)>& unwanted);

    Iterator begin() const noexcept { return files_.begin(); }
    Iterator end() const noexcept { return files_.end(); }
    std::size_t size() const noexcept { return files_.size(); }
    bool empty() const noexcept { return files_.empty(); }
    const FoundFile& operator[](std::size_t index) const noexcept { return files_[index]; }

  private:
    std::vector<FoundFile> files_;
    std::vector<std::size_t> runs_;  ///< where each begins
    std::shared_ptr<std::pmr::monotonic_buffer_resource> paths_ =
        std::make_shared<std::pmr::monotonic_buffer_resource>();
};

}  // namespace morgue::indexer
