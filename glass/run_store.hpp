#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/batch.hpp>
#include <glass/source.hpp>
#include <string>
#include <vector>

namespace morgue::glass {

/// Keeps runs, in memory as long as there is room. What is too much is merged into one run and
/// written to files, once, to be read once. Throws base::FileError.
class RunStore {
  public:
    /// Files are made in `folder`, and have no name for longer than it takes to open them.
    RunStore(std::string folder, std::size_t memory_bytes)
        : folder_(std::move(folder)), memory_bytes_(memory_bytes) {}

    /// Documents follow those of the runs before; the run counts from the docid after `before`.
    void add(Run run, std::uint32_t before);

    /// Bytes of the runs that are in memory: never more than there is room for.
    std::size_t held_bytes() const noexcept { return held_bytes_; }

    /// All that was added. The store is empty after that.
    Sources take();

  private:
    /// Sections of the same kind, in the order of their documents.
    using Sections = std::vector<Section>;

    void spill();
    /// Replaces those in memory by one in a file.
    void spill_section(const char* name, Sections& sections);

    std::string folder_;
    std::size_t memory_bytes_;
    std::size_t held_bytes_ = 0;
    /// Those in files come first.
    Sections values_;
    Sections postings_;
    Sections positions_;
};

}  // namespace morgue::glass
