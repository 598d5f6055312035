#pragma once

#include <tools/exit_code.hpp>
#include <tools/hits/hit_printer.hpp>
#include <tools/query_list.hpp>

namespace morgue::tools {

/// How each query of a list is asked and its hits are printed.
struct SearchListStyle {
    const HitFormat& format;
    const SearchOptions& options;
    bool plain = false;  ///< as for run_list()
};

/// The hits of each query, one query after the other.
ExitCode search_list(QueryList& list, const HitOutput& output, const SearchListStyle& style);

}  // namespace morgue::tools
