#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include <morgue/snippet.hpp>

namespace morgue::tools {

/// What offsets into a text are counted in.
enum class OffsetUnit {
    bytes,  ///< of UTF-8
    chars,  ///< code points, as Python counts
    utf16,  ///< code units, as JavaScript and Java count
};

/// "bytes", "chars" or "utf16".
OffsetUnit offset_unit_named(std::string_view name) noexcept;
/// The key of a range counted so: "byte", "char" or "utf16".
std::string_view key_of(OffsetUnit unit) noexcept;

/// Turns offsets in bytes into offsets in a unit. Going forward through a text takes one walk
/// through it, whatever the number of offsets.
class OffsetCounter {
  public:
    /// `text` outlives the counter.
    OffsetCounter(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {}

    /// `byte` stands where a character begins, or at the end.
    std::size_t at(std::size_t byte);
    OffsetUnit unit() const noexcept { return unit_; }

  private:
    std::string_view text_;
    OffsetUnit unit_;
    std::size_t byte_ = 0;
    std::size_t counted_ = 0;
};

/// [begin, end), in some unit.
using OffsetPair = std::array<std::size_t, 2>;

OffsetPair pair_of(const ByteRange& range, OffsetCounter& counter);
/// `ranges` ascend.
std::vector<OffsetPair> pairs_of(const std::vector<ByteRange>& ranges, std::string_view text,
                                 OffsetUnit unit);

}  // namespace morgue::tools
