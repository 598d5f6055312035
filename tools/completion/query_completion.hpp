#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <morgue/fields.hpp>

#include <tools/completion/completion.hpp>

namespace morgue::tools {

/// Values of a field that begin so, with their articles, most frequent first.
using FieldValues = std::function<std::vector<std::pair<std::string, std::size_t>>(
    Field field, const std::string& beginning, std::size_t limit)>;

/// The last word of a query: the name of a field, and behind it what the index holds in the field,
/// quoted as the query language wants it.
Completion complete_query(const std::string& current, const FieldValues& values);

}  // namespace morgue::tools
