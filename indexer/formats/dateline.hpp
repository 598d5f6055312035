#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <morgue/article.hpp>

namespace morgue::indexer {

/// What stands before a report's first sentence: "LONDON, March 3 (Reuters) – ".
struct Dateline {
    std::string place;
    std::string agency;   ///< may be empty
    std::string date;     ///< as written; empty where none, without a year more often than not
    std::size_t end = 0;  ///< where the sentence begins
};

/// The dateline at the head of a line; nothing where it might be running text.
std::optional<Dateline> read_dateline(std::string_view line);

/// States the place and the agency of a dateline that stands by itself, as in a field of a record.
void state_dateline(Article& article, std::string_view dateline);

}  // namespace morgue::indexer
