#pragma once

#include <string_view>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// Reads a feed: each item or entry with text is an article, the first of each guid or id.
/// Sources: RSS 2.0 specification; RDF Site Summary 1.0; RFC 4287.
ReadResult read_feed(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
