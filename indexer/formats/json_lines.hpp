#pragma once

#include <string_view>

#include <indexer/formats/reader.hpp>
#include <indexer/formats/record.hpp>
#include <indexer/formats/utf8_text.hpp>

namespace morgue::indexer {

/// Reads an article from each line that holds an object. Others are refused, by their numbers.
ReadResult read_lines(DecodedText decoded, const FileFacts& facts, TextOf* text_of);

/// Those of bytes that are plain UTF-8, and have no markup in them.
ReadResult read_simple_json_lines(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
