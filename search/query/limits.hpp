#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <morgue/query.hpp>

#include <search/query/tree.hpp>

namespace morgue::query {

/// What a query may hold. The one table of its limits.
inline constexpr std::size_t max_query_bytes = std::size_t{16} * 1024;
inline constexpr std::size_t max_words = 512;
inline constexpr std::size_t max_depth = 32;
inline constexpr std::size_t max_row = 32;     ///< words near each other, in a row or a window
inline constexpr unsigned max_distance = 255;  ///< of W/n
inline constexpr double least_weight = 0.01;   ///< of ^
inline constexpr double most_weight = 100;
inline constexpr unsigned max_count = 255;  ///< of ATLEASTn

/// A text that cannot be read at all: too long, or no text.
std::optional<QueryError> check_text(std::string_view text);

/// A tree with too many words, too deep, or whose text is too long.
std::optional<QueryError> check_tree(const Node& root);

/// The words that a leaf counts for, at least one.
std::size_t words_in(const Node& leaf);

QueryError too_many_words(Span span);
QueryError too_deep(Span span);

}  // namespace morgue::query
