#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <base/file.hpp>

namespace morgue::glass {

/// Reads a run from its beginning to its end. What it gives lives until the next call.
/// Throws base::FileError when the file is shorter than it says.
class RunReader {
  public:
    explicit RunReader(std::string path);

    /// The slot whose values come next; false where there are no more. Read them all.
    bool next_slot();
    std::uint32_t slot() const noexcept { return slot_; }
    std::uint64_t values() const noexcept { return count_; }
    struct Value {
        std::uint32_t docid = 0;
        std::string_view bytes;
    };
    Value next_value();

    /// The term that comes next, after all slots; false where there are no more. Read all its
    /// postings.
    bool next_term();
    const std::string& term() const noexcept { return term_; }
    std::uint64_t postings() const noexcept { return count_; }
    struct Posting {
        std::uint32_t docid = 0;
        std::uint32_t wdf = 0;
        std::string_view positions;  ///< encoded; empty for none
    };
    Posting next_posting();

  private:
    std::uint64_t varint();
    std::string_view bytes(std::size_t length);
    /// At least so many bytes of the file stand in the buffer, as far as it has so many.
    void fill(std::size_t wanted);

    std::string path_;
    base::Descriptor file_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::uint32_t slot_ = 0;
    std::uint64_t count_ = 0;
    std::uint32_t last_docid_ = 0;
    std::string term_;
};

}  // namespace morgue::glass
