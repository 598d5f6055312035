#include <algorithm>
#include <numeric>

#include <search/page.hpp>

namespace morgue::search {

namespace {

/// Totals are exact up to this many matches without being asked for.
constexpr Xapian::doccount exact_matches = 1000;

Xapian::doccount clamped(std::size_t count, Xapian::doccount most) {
    return static_cast<Xapian::doccount>(std::min<std::size_t>(count, most));
}

Xapian::doccount counted(const SearchOptions& options, Xapian::doccount all) {
    return options.exact_total ? all : exact_matches + 1;
}

bool is_exact(const Xapian::MSet& found) {
    return found.get_matches_lower_bound() == found.get_matches_upper_bound();
}

Page with_totals(Xapian::MSet found) {
    Page page;
    page.total = page.groups = found.get_matches_lower_bound();
    page.total_is = page.groups_are = is_exact(found) ? TotalIs::exact : TotalIs::lower_bound;
    page.found = std::move(found);
    return page;
}

}  // namespace

Page page_of(const Xapian::Enquire& enquire, const SearchOptions& options, Xapian::doccount all) {
    Page page = with_totals(enquire.get_mset(clamped(options.offset, all),
                                             clamped(options.limit, all), counted(options, all)));
    page.hits.resize(page.found.size());
    std::iota(page.hits.begin(), page.hits.end(), 0);
    return page;
}

Page page_of_groups(const Xapian::Enquire& enquire, const SearchOptions& options,
                    Xapian::doccount all, const Grouping& grouping) {
    const std::size_t first = clamped(options.offset, all);
    const std::size_t end = first + clamped(options.limit, all);
    std::size_t wanted = std::max<std::size_t>(2 * end, counted(options, all));
    for (;; wanted *= 2) {
        Page page = with_totals(enquire.get_mset(0, clamped(wanted, all), counted(options, all)));
        page.hits = grouping.firsts(page.found);
        const bool seen_all = page.found.size() < wanted;
        if (page.hits.size() < end && !seen_all) continue;
        page.groups = page.hits.size();
        page.groups_are = seen_all ? TotalIs::exact : TotalIs::lower_bound;
        page.hits.resize(std::min(page.hits.size(), end));
        page.hits.erase(page.hits.begin(), page.hits.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                   page.hits.size(), first)));
        return page;
    }
}

}  // namespace morgue::search
