#pragma once

#include <string_view>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// Reads a newsItem of NewsML-G2, or the newest version of each in a newsMessage. What is
/// cancelled or withheld, and the kinds of items that hold no article, are refused by name.
/// Source: IPTC, NewsML-G2 2.35.
ReadResult read_newsml_g2(std::string_view bytes, const FileFacts& facts);

/// Reads the NewsItems of NewsML 1.0 to 1.2 in the same way.
/// Source: IPTC, NewsML 1.2 Functional Specification.
ReadResult read_newsml(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
