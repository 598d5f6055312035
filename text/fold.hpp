#pragma once

#include <string>
#include <string_view>

namespace morgue::text {

/// The form in which words are compared: NFKC, case folded, accents dropped after Latin, Greek,
/// Arabic, Hebrew and Cyrillic letters (not й), ø ł đ … by ICU's Latin-ASCII, NFC. Idempotent.
/// Used for the index, for questions and for snippets alike. Thread-safe.
std::string fold(std::string_view text);

/// Appends what fold() returns; allocates nothing for common text once `out` has room.
void append_folded(std::string& out, std::string_view text);

/// NFC: one spelling for canonically equal texts, accents and case kept.
std::string compose(std::string_view text);

}  // namespace morgue::text
