#pragma once

#include <string_view>
#include <variant>

#include <indexer/formats/utf8_text.hpp>

namespace morgue::indexer {

/// Bytes to UTF-8: by their byte order mark, else as `declared` (a charset label as pages write
/// them, may be empty or unknown), else UTF-8 if valid, else as detected by their statistics, else
/// windows-1252. Well-formed UTF-8 comes back byte for byte, but for what was certainly encoded
/// twice, which is decoded twice. Bytes that are not what they declare,
/// and what is no text at all, are refused.
std::variant<DecodedText, Unread> decode_text(std::string_view bytes, std::string_view declared);
/// The same where a server has declared a charset, too: it is believed first, unless the bytes are
/// not what it says, as servers often declare one for all.
std::variant<DecodedText, Unread> decode_served(std::string_view bytes, std::string_view served,
                                                std::string_view declared);

}  // namespace morgue::indexer
