#pragma once

#include <string_view>

#include <search/query/tree.hpp>

namespace morgue::query {

/// Any of the words of a sentence, in which nothing is syntax: parts of compounds each for itself,
/// runs of unspaced script whole. A sentence all in capitals is read as if it were not.
/// Nothing where it has no word.
NodePtr any_word_of(std::string_view sentence);

}  // namespace morgue::query
