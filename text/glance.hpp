#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <text/plain_word.hpp>

namespace morgue::text {

/// What the next 64 bytes of a text are, a bit for each. Behind the end of the text stands nothing.
/// Offsets are never smaller than the one looked from.
class Glance {
  public:
    static constexpr std::size_t width = 64;

    /// Of no text.
    Glance() = default;
    Glance(std::string_view text, std::size_t begin) noexcept;

    /// The plain words behind the end of another, as long as nothing but spaces and commas stands
    /// between them: how many are seen, and there is room for.
    std::size_t words_behind(std::size_t offset, std::span<PlainWord> words) const noexcept {
        const std::size_t at = offset - begin_;
        if (at >= width || (gaps_ >> at & 1) == 0) return 0;
        const std::uint64_t others = others_behind(at);
        const std::uint64_t before_others = (others - 1) & ~others & behind(at);
        std::uint64_t begins = words_ & ~(words_ << 1) & before_others;
        std::uint64_t ends =
            (gaps_ & words_ << 1 & before_others) | (full_stops_ & others & -others);
        std::size_t count = 0;
        for (; ends != 0 && count < words.size(); ++count) {
            const std::size_t begin = begin_ + static_cast<std::size_t>(std::countr_zero(begins));
            const std::size_t end = begin_ + static_cast<std::size_t>(std::countr_zero(ends));
            words[count] = {begin, end, has_capitals(begin, end)};
            begins &= begins - 1;
            ends &= ends - 1;
        }
        return count;
    }
    /// Whether there may be more of them than are seen.
    bool goes_on_behind(std::size_t offset) const noexcept {
        const std::size_t at = offset - begin_;
        return at >= width || (at > 0 && others_behind(at) == 0);
    }

    /// The end of the letters and digits that begin at an offset; 0 where none are seen, or no end.
    std::size_t run_end(std::size_t offset) const noexcept {
        const std::size_t at = offset - begin_;
        if (at >= width) return 0;
        const auto length = static_cast<std::size_t>(std::countr_one(words_ >> at));
        return length > 0 && at + length < width ? offset + length : 0;
    }
    /// Whether some stand in a run that is seen.
    bool has_capitals(std::size_t begin, std::size_t end) const noexcept {
        return any(capitals_, begin, end);
    }
    bool has_small_letters(std::size_t begin, std::size_t end) const noexcept {
        return any(small_letters_, begin, end);
    }

  private:
    bool any(std::uint64_t bits, std::size_t begin, std::size_t end) const noexcept {
        const std::uint64_t run = (std::uint64_t{1} << (end - begin)) - 1;
        return (bits >> (begin - begin_) & run) != 0;
    }
    static std::uint64_t behind(std::size_t at) noexcept { return ~std::uint64_t{1} << at; }
    std::uint64_t others_behind(std::size_t at) const noexcept {
        return ~(words_ | gaps_) & behind(at);
    }

    void see(const char* bytes) noexcept;

    std::size_t begin_ = 0;
    std::uint64_t words_ = 0;  ///< letters and digits
    std::uint64_t capitals_ = 0;
    std::uint64_t small_letters_ = 0;
    std::uint64_t gaps_ = 0;        ///< spaces and commas that part words
    std::uint64_t full_stops_ = 0;  ///< those that end a plain word
};

}  // namespace morgue::text
