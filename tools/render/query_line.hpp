#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue::tools {

/// A query in one line, and a line below it with a caret and tildes under what is wrong.
struct QueryLines {
    std::string query;
    std::string marks;
};

/// `begin` and `end` are bytes of the query. What does not fit into `columns` is cut away on both
/// sides, where an ellipsis stands for it.
QueryLines query_lines(std::string_view query, std::size_t begin, std::size_t end,
                       std::size_t columns);

}  // namespace morgue::tools
