#pragma once

#include <future>

namespace morgue::glass {

/// Runs both, at the same time where there are threads for it. Both have ended when this ends; what
/// one of them throws, this throws.
template <class First, class Second>
void run_beside(unsigned threads, const First& first, const Second& second) {
    auto other = std::async(threads > 1 ? std::launch::async : std::launch::deferred, first);
    second();
    other.get();
}

}  // namespace morgue::glass
