#pragma once

#include <cstddef>
#include <string_view>

#include <morgue/article.hpp>

namespace morgue::indexer {

/// Whether the line is one of a head block: "By Jane Doe", "Date: March 4, 2019", a dateline.
bool is_head_line(std::string_view line);

/// States what a byline or a labelled line says; false for any other line, and for a label whose
/// value says nothing new.
bool state_head_line(std::string_view line, Article& article);

/// States what the first lines of a text say, down to its first running line and that line's
/// dateline. Gives where the running text begins; nothing is taken out of the text.
std::size_t read_head_block(std::string_view text, Article& article);

}  // namespace morgue::indexer
