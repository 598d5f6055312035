#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace morgue::indexer {

/// A tag of SGML.
struct SgmlTag {
    std::string name;  ///< in capitals
    bool closes = false;
    std::string_view attributes;
    std::size_t begin = 0;
    std::size_t end = 0;  ///< behind the '>'
};

/// The next tag at or after `from`; a '<' that begins none is text.
std::optional<SgmlTag> next_sgml_tag(std::string_view text, std::size_t from);

/// The value of an attribute; empty where it is not there.
std::string_view sgml_attribute(const SgmlTag& tag, std::string_view name);

/// Appends text with its entities resolved; control characters are left out, and entities that
/// nobody knows stay as they are written.
void append_sgml_text(std::string& out, std::string_view text);

}  // namespace morgue::indexer
