#include <algorithm>
#include <cctype>

#include <tools/line/suggestion.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t longest_compared = 64;

char lower(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

using Row = std::vector<std::size_t>;

/// The rows of the table for prefixes of `a` that end before and at its last letter.
struct Rows {
    Row before_last;
    Row last;
};

std::size_t cell(std::string_view a, std::string_view b, std::size_t i, std::size_t j,
                 const Rows& rows, const Row& row) {
    const bool same = lower(a[i - 1]) == lower(b[j - 1]);
    std::size_t least =
        std::min({rows.last[j] + 1, row[j - 1] + 1, rows.last[j - 1] + (same ? 0 : 1)});
    const bool swapped =
        i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
    if (swapped) least = std::min(least, rows.before_last[j - 2] + 1);
    return least;
}

/// Letters to add, drop, change or swap with their neighbour to make one of the other.
std::size_t edits_between(std::string_view a, std::string_view b) {
    Rows rows{Row(b.size() + 1), Row(b.size() + 1)};
    for (std::size_t j = 0; j <= b.size(); ++j) rows.last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        Row row(b.size() + 1);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) row[j] = cell(a, b, i, j, rows, row);
        rows = {std::move(rows.last), std::move(row)};
    }
    return rows.last[b.size()];
}

/// One slip in a short word, two in a longer one, never most of it.
std::size_t most_edits(std::size_t length) {
    return length < 3 ? 0 : length < 6 ? 1 : 2;
}

bool begins_with(std::string_view known, std::string_view typed) {
    return typed.size() >= 2 && known.starts_with(typed);
}

}  // namespace

std::string nearest(std::string_view typed, const std::vector<std::string>& known) {
    if (typed.size() > longest_compared) return {};
    std::string best;
    std::size_t fewest = most_edits(typed.size()) + 1;
    for (const std::string& name : known) {
        const std::size_t edits = begins_with(name, typed) ? 1 : edits_between(typed, name);
        if (edits == fewest) best.clear();
        if (edits >= fewest) continue;
        fewest = edits;
        best = name;
    }
    return best;
}

}  // namespace morgue::tools
