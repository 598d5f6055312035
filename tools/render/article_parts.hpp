#pragma once

#include <string>
#include <string_view>

#include <morgue/article.hpp>

#include <tools/paths.hpp>
#include <tools/render/looks.hpp>

namespace morgue::tools {

// The parts of an article as results, whole articles and concordances name them alike.

/// What stands in place of a headline.
inline constexpr std::string_view no_headline = "(no headline)";

/// Text that is printable() already, in an isolate where it has characters from right to left.
std::string isolated(const std::string& text, const Looks& looks);

/// "2019-03-04", or "2019-03-04 (file's date)" where the article states none.
std::string day_of(const Metadatum& date);

/// The path as it opens from the working directory and in a shell, with the member of the file
/// that the article is; a link on terminals. Empty for an article that is no file.
std::string file_of(const IndexedArticle& found, const Paths& paths, const Looks& looks);

}  // namespace morgue::tools
