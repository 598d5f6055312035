#pragma once

#include <functional>
#include <string_view>

namespace morgue::tools {

/// Where ICU lets a text be cut.
enum class Boundary { cluster, line };

/// One piece of a text between two boundaries.
struct Piece {
    std::string_view text;
    bool ends_line = false;  ///< a line end stands at its end
};

/// Calls `fn` with the pieces of the text, which is well-formed UTF-8, in order. Throws
/// std::runtime_error where ICU's data is missing.
void for_each_piece(std::string_view text, Boundary boundary,
                    const std::function<void(const Piece&)>& fn);

}  // namespace morgue::tools
