#pragma once

#include <cmath>

#include <xapian.h>

namespace morgue::search {

/// How much a word says of an article that has it, where `with_it` of all have it: bits, more than
/// 0 for what is in none as well. As in the model InB2 (search/in_b2.hpp).
inline double rarity(Xapian::doccount with_it, Xapian::doccount articles) {
    return std::log2((articles + 1.0) / (with_it + 0.5));
}

}  // namespace morgue::search
