#pragma once

#include <stop_token>

#include <indexer/store.hpp>

namespace morgue::indexer {

/// Puts right what was decided when articles came and is no longer so: leaders whose texts have
/// become nearly the same become one group, and a group whose leader is gone gets another. The
/// articles concerned are pending in the store then. False when stopped: nothing has changed.
bool regroup(Store& store, const std::stop_token& stop);

}  // namespace morgue::indexer
