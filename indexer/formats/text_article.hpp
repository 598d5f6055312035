#pragma once

#include <optional>
#include <string_view>

#include <indexer/formats/front_matter.hpp>
#include <indexer/formats/reader.hpp>
#include <indexer/formats/utf8_text.hpp>

namespace morgue::indexer {

enum class TextKind { plain, markdown };

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
