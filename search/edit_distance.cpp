#include <algorithm>
#include <vector>

#include <search/edit_distance.hpp>
#include <text/characters.hpp>

namespace morgue::search {

namespace {

/// The last three rows of the table of distances between beginnings.
class Rows {
  public:
    explicit Rows(std::size_t width) : now_(width + 1), before_(width + 1), earlier_(width + 1) {
        for (std::size_t column = 0; column <= width; ++column) now_[column] = column;
    }

    /// The row of the next character of `left`; its least entry.
    std::size_t advance(std::u32string_view left, std::size_t row, std::u32string_view right) {
        earlier_.swap(before_);
        before_.swap(now_);
        now_[0] = row;
        for (std::size_t column = 1; column <= right.size(); ++column) {
            const bool same = left[row - 1] == right[column - 1];
            now_[column] = std::min(
                {before_[column] + 1, now_[column - 1] + 1, before_[column - 1] + (same ? 0 : 1)});
            if (row > 1 && column > 1 && left[row - 1] == right[column - 2] &&
                left[row - 2] == right[column - 1])
                now_[column] = std::min(now_[column], earlier_[column - 2] + 1);
        }
        return *std::min_element(now_.begin(), now_.end());
    }

    std::size_t last() const { return now_.back(); }

  private:
    std::vector<std::size_t> now_;
    std::vector<std::size_t> before_;
    std::vector<std::size_t> earlier_;
};

}  // namespace

std::u32string characters_of(std::string_view text) {
    std::u32string characters;
    for (std::size_t at = 0; at < text.size();) {
        const text::Character next = text::character_at(text, at);
        characters.push_back(next.code);
        at += next.bytes;
    }
    return characters;
}

std::size_t edit_distance(std::u32string_view left, std::u32string_view right, std::size_t most) {
    const std::size_t longer = std::max(left.size(), right.size());
    if (longer - std::min(left.size(), right.size()) > most) return most + 1;
    Rows rows(right.size());
    // A swap reaches two rows back, so one row over the limit may yet be followed by one within.
    std::size_t least_before = 0;
    for (std::size_t row = 1; row <= left.size(); ++row) {
        const std::size_t least = rows.advance(left, row, right);
        if (least > most && least_before > most) return most + 1;
        least_before = least;
    }
    return std::min(rows.last(), most + 1);
}

std::size_t most_edits(std::size_t characters) noexcept {
    if (characters < 3) return 0;
    return characters < 5 ? 1 : 2;
}

}  // namespace morgue::search
