#pragma once

#include <cstdint>
#include <glass/stretch.hpp>
#include <string>
#include <string_view>

#include <base/file.hpp>

namespace morgue::glass {

/// A section of a run: stretches by term.
struct Section {
    std::string bytes;      ///< in memory, or
    base::Descriptor file;  ///< in a file that has no name any more
    std::string path;       ///< that it had
    /// The docid before those that the section counts from.
    std::uint32_t before = 0;
};

/// Reads a section once. Throws base::FileError, also when the section is shorter than it says.
class SectionReader {
  public:
    /// Of a file, so much is read at a time, if no stretch is longer.
    SectionReader(Section section, std::size_t buffer_bytes);

    bool next_term();
    const std::string& term() const noexcept { return term_; }
    /// Until the next term.
    const Stretch& stretch() const noexcept { return stretch_; }

  private:
    std::uint64_t varint();
    std::string_view bytes(std::size_t length);
    /// At least so many bytes of the file stand in the buffer, as far as it has so many.
    void fill(std::size_t wanted);

    base::Descriptor file_;
    std::string path_;
    std::uint32_t before_;
    std::size_t buffer_bytes_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::string term_;
    Stretch stretch_;
};

}  // namespace morgue::glass
