#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// Reads a table, CSV or TSV, of which each row is an article. Its first row names the columns,
/// by the names that news is known to be stored under; commas, semicolons or tabs part the cells,
/// whichever shows more such names. A row with more or fewer cells than names refuses the file.
/// Source: RFC 4180.
ReadResult read_table(std::string_view bytes, const FileFacts& facts);

/// The names of a table's columns, as they are written; none where it cannot be read.
std::vector<std::string> column_names(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
