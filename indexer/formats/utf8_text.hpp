#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// How a file's bytes were read, and what said so.
struct Charset {
    std::string name;  ///< as MIME or IANA has it, such as "windows-1252"
    Provenance from = Provenance::detected;
};

/// A file's text as UTF-8.
struct DecodedText {
    std::string text;
    /// Where the text begins in the file where it is the file's own bytes, else -1.
    std::int64_t offset = 0;
    Charset charset = {};
};

/// More text than that is not decoded.
inline constexpr std::size_t most_decoded = std::size_t{1} << 30;

/// Whether any byte is none of ASCII.
bool has_high_byte(std::string_view bytes);

/// Whether bytes are UTF-8 beyond doubt: valid, and without a byte that another charset, or what is
/// no text, would have.
bool is_plain_utf8(std::string_view bytes);
/// The text of such bytes, as decode_text() gives it; `ascii_from` tells how it is known where no
/// byte tells.
DecodedText plain_utf8(std::string_view bytes, Provenance ascii_from = Provenance::detected);

/// The same text, decoded twice where it was certainly encoded twice.
DecodedText decoded_fully(DecodedText decoded);

/// The same articles, each of which says how its file was read.
ReadResult told_of(const Charset& charset, ReadResult read);

}  // namespace morgue::indexer
