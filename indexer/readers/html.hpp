#pragma once

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// A web page: what it says of itself in schema.org data and <meta>, and the text that is seen.
ReadResult read_html(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
