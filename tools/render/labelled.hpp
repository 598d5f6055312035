#pragma once

#include <string>
#include <vector>

#include <tools/render/looks.hpp>

namespace morgue::tools {

/// A row such as "articles  1,234"; printable() already.
struct Labelled {
    std::string label;  ///< lower case
    std::string value;
};

/// One line a row: the values in a column for the eye; with --plain "Articles: 1,234".
std::string labelled_lines(const std::vector<Labelled>& rows, const Looks& looks);

}  // namespace morgue::tools
