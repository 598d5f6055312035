#pragma once

#include <string>
#include <string_view>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// Whether files of the format name their fields.
bool names_its_fields(const Reader& reader);

/// How the names of fields in a file of JSON or a table are read: "title=headline, body=text;
/// passed over: id2". Empty for other formats, and where there are no names.
std::string told_fields(const Reader& reader, std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
