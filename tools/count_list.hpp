#pragma once

#include <morgue/searcher.hpp>

#include <tools/exit_code.hpp>
#include <tools/query_list.hpp>

namespace morgue::tools {

struct CountListStyle {
    bool json = false;
    bool plain = false;  ///< as for run_list()
};

/// A row for each query: id, articles, first date, last date and the query between tabs, or an
/// object a line.
ExitCode count_list(QueryList& list, const Searcher& searcher, const CountListStyle& style);

}  // namespace morgue::tools
