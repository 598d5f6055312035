#pragma once

#include <morgue/searcher.hpp>

#include <tools/exit_code.hpp>
#include <tools/query_list.hpp>

namespace morgue::tools {

/// A row for each query: id, articles, first date, last date and the query between tabs, or an
/// object a line.
ExitCode count_list(QueryList& list, const Searcher& searcher, bool json);

}  // namespace morgue::tools
