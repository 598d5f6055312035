#pragma once

#include <string_view>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// Reads collections of articles in SGML, <DOC> or <REUTERS> elements one after the other, as TREC
/// and the Linguistic Data Consortium give them out and as Reuters-21578 is. They are not
/// well-formed: end tags may be missing, and what looks like a tag may be text.
/// Source: README of Reuters-21578, Distribution 1.0; the SGML of TREC's disks 1 to 5.
ReadResult read_sgml(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
