#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <morgue/snippet.hpp>

#include <search/matcher.hpp>

namespace morgue::search {

/// The sentences of the body that hold what is lit, with `context` sentences before and after;
/// those that touch are one passage.
std::vector<Snippet> make_passages(std::string_view body, const Match& match, std::size_t context);

}  // namespace morgue::search
