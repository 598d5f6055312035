#pragma once

#include <cstddef>
#include <string>

#include <morgue/searcher.hpp>

#include <tools/render/looks.hpp>

namespace morgue::tools {

/// A page of results that has been shown.
struct PageShown {
    std::size_t offset = 0;
    std::size_t hits = 0;
    std::string query;  ///< as it was read, in the query language
};

/// "20 of 1,234 articles with storm AND corps · next: --offset 20". There are some.
std::string footer_line(const PageShown& page, const Results& results, const Looks& looks);

}  // namespace morgue::tools
