#pragma once

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// A text file: headline, empty line, body; or a wire text without a headline. Front matter may
/// stand before it.
ReadResult read_plain_text(std::string_view bytes, const FileFacts& facts);

/// The same with Markdown headings. The body stays as written.
ReadResult read_markdown(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
