#pragma once

#include <cstdint>
#include <glass/source.hpp>
#include <string>
#include <string_view>

#include <base/file.hpp>

namespace morgue::glass {

/// A run, in memory or in a file.
struct Run {
    std::string bytes;         ///< none where it is in a file
    std::string path;          ///< of the file
    std::uint32_t before = 0;  ///< the docid before those that its numbers count from
};

/// Reads a run. Throws base::FileError when the file is shorter than it says.
class RunReader : public Source {
  public:
    explicit RunReader(Run run);

    bool next_slot() override;
    std::uint32_t slot() const override { return slot_; }
    bool next_value(Value& value) override;
    bool next_term() override;
    const std::string& term() const override { return term_; }
    bool next_posting(Posting& posting) override;

  private:
    std::uint64_t varint();
    std::string_view bytes(std::size_t length);
    /// At least so many bytes of the file stand in the buffer, as far as it has so many.
    void fill(std::size_t wanted);

    std::string path_;
    base::Descriptor file_;  ///< not open where all is in the buffer
    std::string buffer_;
    std::uint32_t before_ = 0;
    std::size_t at_ = 0;
    std::uint32_t slot_ = 0;
    std::uint64_t left_ = 0;  ///< of the slot or the term
    std::uint32_t last_docid_ = 0;
    std::string term_;
};

}  // namespace morgue::glass
