#include <algorithm>
#include <vector>

#include <tools/render/columns.hpp>
#include <tools/render/display_width.hpp>
#include <tools/render/text_boundaries.hpp>

namespace morgue::tools {

namespace {

/// Columns given up for a whole word: more than most words have.
constexpr std::size_t most_given_up = 16;

using Clusters = std::vector<std::string_view>;

Clusters clusters_of(std::string_view text) {
    Clusters clusters;
    for_each_piece(text, Boundary::cluster,
                   [&](const Piece& piece) { clusters.push_back(piece.text); });
    return clusters;
}

/// How many of the clusters, counted from the first, fit: as many whole words as do.
template <typename Iterator>
Iterator last_that_fits(Iterator first, Iterator last, std::size_t columns) {
    Iterator end = first;
    for (std::size_t taken = 0; end != last; ++end) {
        taken += display_width(*end);
        if (taken > columns) break;
    }
    if (end == last || end == first || *end == " ") return end;
    Iterator word = end;
    for (std::size_t given_up = 0; word != first && given_up < most_given_up; --word, ++given_up)
        if (*std::prev(word) == " ") return word;
    return end;
}

}  // namespace

std::string_view last_columns(std::string_view text, std::size_t columns) {
    const Clusters clusters = clusters_of(text);
    const auto begin = last_that_fits(clusters.rbegin(), clusters.rend(), columns);
    std::size_t bytes = 0;
    for (auto at = clusters.rbegin(); at != begin; ++at) bytes += at->size();
    return text.substr(text.size() - bytes);
}

std::string_view first_columns(std::string_view text, std::size_t columns) {
    const Clusters clusters = clusters_of(text);
    const auto end = last_that_fits(clusters.begin(), clusters.end(), columns);
    std::size_t bytes = 0;
    for (auto at = clusters.begin(); at != end; ++at) bytes += at->size();
    return text.substr(0, bytes);
}

}  // namespace morgue::tools
