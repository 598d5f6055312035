#pragma once

#include <vector>

#include <xapian.h>

#include <morgue/searcher.hpp>

#include <search/grouping.hpp>

namespace morgue::search {

/// What an Enquire found, and which of it is shown.
struct Page {
    Xapian::MSet found;
    std::vector<Xapian::doccount> hits;  ///< numbers in `found`, in order
    std::size_t total = 0;
    TotalIs total_is = TotalIs::exact;
    std::size_t groups = 0;
    TotalIs groups_are = TotalIs::exact;
};

/// Each article by itself. `all` is how many documents there are.
Page page_of(const Xapian::Enquire& enquire, const SearchOptions& options, Xapian::doccount all);

/// The first of each group. As many are looked at as the page needs, and as many as are counted.
Page page_of_groups(const Xapian::Enquire& enquire, const SearchOptions& options,
                    Xapian::doccount all, const Grouping& grouping);

}  // namespace morgue::search
