#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::bench {

/// An article as every peer written here reads it: the first line is the title, the rest the body.
struct ArticleFile {
    std::string path;
    std::string title;
    std::string body;
    std::string date;     ///< as in "Date: 2016-03-04"; may be empty
    std::string section;  ///< likewise
    std::string source;   ///< likewise
};

/// The .txt files below the folder, sorted.
std::vector<std::string> article_paths(const std::string& folder);

/// Throws std::system_error.
ArticleFile read_article(const std::string& path);

}  // namespace morgue::bench
