#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// A file's text as UTF-8.
struct DecodedText {
    std::string text;
    /// Where the text begins in the file where it is the file's own bytes, else -1.
    std::int64_t offset = 0;
};

/// Bytes to UTF-8: by their byte order mark, else as `declared` (a charset label as pages write
/// them, may be empty or unknown), else UTF-8 if valid, else as detected by their statistics, else
/// windows-1252. Well-formed UTF-8 comes back byte for byte. Bytes that are not what they declare,
/// and what is no text at all, are refused.
std::variant<DecodedText, Unread> decode_text(std::string_view bytes, std::string_view declared);

}  // namespace morgue::indexer
