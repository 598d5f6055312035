#pragma once

#include <string_view>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// Whether a document in XML is RSS (0.9 to 2.0), or a channel of its forerunner CDF, by its root,
/// and the same of Atom (0.3, 1.0).
bool is_rss(std::string_view bytes);
bool is_atom(std::string_view bytes);
/// Whether it is an export of WordPress, which is RSS with more in it.
bool is_wordpress(std::string_view bytes);

/// Reads a feed: each item or entry with text is an article, the first of each guid or id.
/// Sources: RSS 2.0 specification; RDF Site Summary 1.0; RFC 4287.
ReadResult read_feed(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
