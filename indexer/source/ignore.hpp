#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::indexer {

inline constexpr const char* ignore_file_name = ".morgueignore";

/// One line of a .morgueignore: what gitignore(5) says of a pattern holds for it too.
struct IgnorePattern {
    std::vector<std::string> parts;  ///< between the slashes; "**" stands for any number of folders
    bool re_include = false;         ///< the line began with '!'
    bool folders_only = false;       ///< it ended in '/'
};

/// A line that is no pattern, and why.
struct IgnoreTrouble {
    std::size_t line = 0;
    std::string why;
};

struct IgnoreFile {
    std::vector<IgnorePattern> patterns;
    std::vector<IgnoreTrouble> trouble;
};

IgnoreFile parse_ignore_file(std::string_view text);

/// Whether the pattern fits the path, which is relative to the pattern's folder. Letters are
/// characters of UTF-8, whatever the program's locale.
bool fits(const IgnorePattern& pattern, std::string_view path, bool is_folder);

/// The patterns of a folder's .morgueignore, and those of the folders above it.
struct IgnoreRules {
    std::shared_ptr<const IgnoreRules> above;  ///< null where there are none
    std::string folder;                        ///< relative to the root
    std::vector<IgnorePattern> patterns;
};

/// Whether the path (relative to the root) is to be passed over. The last pattern that fits
/// decides, and the nearest folder's go before those of the folders above. No rules: null.
bool is_ignored(const IgnoreRules* rules, std::string_view path, bool is_folder);

}  // namespace morgue::indexer
