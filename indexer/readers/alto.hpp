#pragma once

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// A scanned page as ALTO has it: blocks are paragraphs, in their order, and words that the end of
/// a line divides are joined.
ReadResult read_alto(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
