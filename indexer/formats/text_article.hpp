#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <morgue/article.hpp>

#include <indexer/formats/reader.hpp>
#include <indexer/formats/utf8_text.hpp>

namespace morgue::indexer {

enum class TextKind { plain, markdown };

/// What stands between two --- lines at the head of a text; empty lines may stand before it.
struct FrontMatter {
    Article facts;        ///< metadata and key; no body
    std::string summary;  ///< the article's short account; may be empty
    std::size_t end = 0;  ///< where the text goes on
};

/// A file's text, and what was read of its front matter.
struct FrontedText {
    DecodedText text;
    std::optional<FrontMatter> matter;
};

/// The article that a text is: headline, empty line, body; or a wire text without a headline.
ReadResult read_text(FrontedText fronted, TextKind kind, const FileFacts& facts);

/// Those of bytes that are plain UTF-8, and have no front matter.
ReadResult read_simple_text(std::string_view bytes, const FileFacts& facts);
ReadResult read_simple_markdown(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
