#pragma once

#include <cmath>

namespace morgue::search {

/// The nearest whole multiple of 2^-20. Sums of such weights are the same in whatever order they
/// are added, and with them the order of articles, over one part of an index as over many.
inline double on_grid(double weight) {
    constexpr double steps = 1 << 20;
    return std::nearbyint(weight * steps) / steps;
}

}  // namespace morgue::search
