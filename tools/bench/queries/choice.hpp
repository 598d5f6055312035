#pragma once

#include <cstddef>
#include <vector>

#include <tools/bench/queries/query_list.hpp>
#include <tools/bench/queries/sample.hpp>

namespace morgue::bench {

/// Queries of every class, at most so many each, all different; each finds an article of the
/// sample. Words are classed by the share of articles that hold them.
std::vector<ListedQuery> choose_queries(const Sample& sample, std::size_t per_class);

}  // namespace morgue::bench
