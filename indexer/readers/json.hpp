#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// Reads an article, a list of them, or an object that holds one under a name such as "items". Of
/// an object alone that is no news by its format, a text of its own is wanted. What has an object
/// on each line is read by lines.
/// Sources: JSON Feed 1.1; IPTC, ninjs 1.0 to 3.1.
ReadResult read_json_feed(std::string_view bytes, const FileFacts& facts);
ReadResult read_ninjs(std::string_view bytes, const FileFacts& facts);
ReadResult read_json(std::string_view bytes, const FileFacts& facts);

/// The names in the first object that holds an article, as they are written; none where there is
/// none.
std::vector<std::string> field_names(std::string_view bytes);

/// Reads an article from each line. A line that is no object refuses the file, by its number.
ReadResult read_json_lines(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
