#pragma once

#include <string>
#include <vector>

#include <tools/render/looks.hpp>

namespace morgue::tools {

/// One of several values in a row.
struct LabelledItem {
    std::string value;  ///< perhaps foreign
    std::string note;   ///< our own words behind it
};

/// A row such as "source  Hallin Post (front-matter)".
struct Labelled {
    std::string label;      ///< lower case
    std::string value;      ///< perhaps foreign; a row without any is left out
    std::string note = "";  ///< our own words behind it
    bool is_ready = false;  ///< the value is finished for a terminal, and never broken: a path
    std::vector<LabelledItem> items = {};  ///< before the note, where there are several values
};

/// One line a row: values in a column for the eye, wrapped below each other; with --plain
/// "Articles: 1,234".
std::string labelled_lines(const std::vector<Labelled>& rows, const Looks& looks);

}  // namespace morgue::tools
