#pragma once

#include <string>
#include <string_view>

namespace morgue::tools {

/// What becomes of line ends and tabs.
enum class Lines {
    keep,  ///< a body: they stay
    join,  ///< one line of output: each, or several in a row, become a space
};

/// The one door from foreign bytes (an article, a path, an error text) to a terminal: no control
/// character, no bidi override and no malformed UTF-8 passes. Each leaves a visible sign: the
/// control pictures of Unicode for ASCII controls, U+FFFD for the rest.
std::string printable(std::string_view bytes, Lines lines = Lines::join);

/// Whether the bytes are well-formed UTF-8.
bool is_utf8(std::string_view bytes) noexcept;

/// The same text where it is well-formed UTF-8, with U+FFFD for each byte that is not.
std::string valid_utf8(std::string_view bytes);

/// JSON text with what printable() would replace written as \u escapes: the same value, but safe
/// to look at.
std::string escaped_json(std::string json);

}  // namespace morgue::tools
