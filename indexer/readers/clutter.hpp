#pragma once

#include <cstdint>

#include <indexer/readers/live_page.hpp>

namespace morgue::indexer {

/// How much is cleared away.
enum class Clearing { plain, doubtful_too };

/// Drops what stands within an article and is none of it: forms, buttons to share it, lists of
/// links, boxes named as such.
void drop_clutter(LivePage& page, std::uint32_t part, Clearing clearing);

/// Drops the headings that repeat the title.
void drop_titles(LivePage& page, std::uint32_t part, std::string_view title);

}  // namespace morgue::indexer
