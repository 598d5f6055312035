#pragma once

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// A message of mail: its text, or where it has none its HTML, is the article; attachments are
/// left alone.
ReadResult read_mail(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
