#pragma once

#include <string>

#include <morgue/article.hpp>

#include <tools/paths.hpp>

namespace morgue::tools {

// Cells about an article that several tables have. Empty for what is not known.

/// All values of the field, between "; ".
std::string values_cell(const Article& article, Field field);
/// Where the first value came from.
std::string origin_cell(const Article& article, Field field);
std::string file_cell(const IndexedArticle& found, const Paths& paths);
/// The file's name in base64 where it is not UTF-8.
std::string file_bytes_cell(const IndexedArticle& found, const Paths& paths);

}  // namespace morgue::tools
