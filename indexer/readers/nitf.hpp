#pragma once

#include <string_view>

#include <indexer/formats/reader.hpp>
#include <indexer/readers/xml_document.hpp>

namespace morgue::indexer {

/// Reads a news item in the News Industry Text Format. One that its sender cancelled or withheld
/// is refused by name.
/// Source: IPTC, NITF 3.6.
ReadResult read_nitf(std::string_view bytes, const FileFacts& facts);

/// Adds what an <nitf> element says to what is known of its article; true where it has a text.
bool state_nitf(const XmlElement& nitf, Article& article);

}  // namespace morgue::indexer
