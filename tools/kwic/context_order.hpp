#pragma once

#include <string>

#include <tools/kwic/occurrence.hpp>

namespace morgue::tools {

/// The side of a keyword that a concordance is sorted by.
enum class Side { left, right };

/// What to compare: the words of that side from the keyword outwards, whatever their case, accents
/// and punctuation, then the keyword. Scripts without spaces are compared by characters.
std::string sort_key(const Occurrence& occurrence, Side side);

}  // namespace morgue::tools
