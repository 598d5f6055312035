#pragma once

#include <cstdint>
#include <vector>

#include <indexer/readers/live_page.hpp>

namespace morgue::indexer {

/// Finds the nodes of a page, in order and none within another, that hold its article: where
/// paragraphs of prose stand thickest. Every paragraph speaks for the elements around it, the
/// nearest most, by its length and its commas; links speak against.
/// `weigh_names`: also by what classes and ids are called.
std::vector<std::uint32_t> article_part(const LivePage& page, bool weigh_names);

}  // namespace morgue::indexer
