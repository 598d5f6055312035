#pragma once

#include <string_view>

namespace morgue::indexer {

/// The headline in what stands in <title>: without what follows the last separator, mostly the
/// name of the site, or precedes the first. A short title is left whole: nobody can tell which of
/// its parts is the headline.
std::string_view headline_in(std::string_view window_title);

}  // namespace morgue::indexer
