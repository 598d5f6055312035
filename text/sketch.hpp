#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace morgue::text {

/// The least hashes of a text's shingles, each of four words in a row: a sample of the text by
/// which it is compared with others. Texts that share a passage share the hashes of its shingles,
/// wherever in them it stands.
/// Source: A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997.
class Sketch {
  public:
    static constexpr std::size_t most = 48;
    /// Too few shingles say nothing: a text of fewer is like no other.
    static constexpr std::size_t fewest = 12;
    static constexpr std::uint32_t none = 0xffffffff;

    using Hashes = std::array<std::uint32_t, most>;

    Sketch() { hashes_.fill(none); }
    explicit Sketch(const Hashes& hashes) : hashes_(hashes) {}

    /// Ascending, each once; at the end `none` where the text has no more.
    const Hashes& hashes() const noexcept { return hashes_; }
    bool empty() const noexcept { return hashes_[fewest - 1] == none; }

  private:
    Hashes hashes_;
};

/// Case does not count, nor do spaces, punctuation and line ends. The hashes reach the disk.
/// Linear in the text; never fails.
Sketch sketch_of(std::string_view text);

/// How much of the text that has less is in the other too, from 0 to 1, as far as samples tell;
/// 0 where one of them is empty or much longer than the other.
double shared_part(const Sketch& a, const Sketch& b) noexcept;

}  // namespace morgue::text
