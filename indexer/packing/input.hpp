#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include <base/file.hpp>

namespace morgue::indexer {

/// Bytes that can be read at any place: a file's, or a member's that is in memory.
class Input {
  public:
    virtual ~Input() = default;
    virtual std::uint64_t size() const noexcept = 0;
    /// How many bytes were read there: fewer than asked at the end, and where reading failed.
    virtual std::size_t read_at(std::uint64_t offset, std::span<char> into) = 0;
    /// What the system said when reading failed; empty as long as it did not.
    virtual std::string error() const { return {}; }
};

/// A file as long as it was when it was opened, whatever is added to it meanwhile.
std::unique_ptr<Input> file_input(base::Descriptor file, std::uint64_t size);
std::unique_ptr<Input> memory_input(std::string bytes);

}  // namespace morgue::indexer
