#pragma once

#include <string>
#include <string_view>

#include <indexer/formats/format.hpp>

namespace morgue::indexer {

/// How the names of fields in a file of JSON or a table are read: "title=headline, body=text;
/// passed over: id2". Empty for other formats, and where there are no names.
std::string told_fields(const Format& format, std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
