#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <morgue/fields.hpp>

#include <schema/snapshot.hpp>

namespace morgue::search {

/// Searcher::values. Call behind schema::guarded().
std::vector<std::pair<std::string, std::size_t>> values(const schema::Snapshot& snapshot,
                                                        Field field, std::string_view beginning,
                                                        std::size_t limit);

}  // namespace morgue::search
