#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue::indexer {

/// The bytes that a text in Base64 stands for, white space in it left out; nothing where it is
/// none. Source: RFC 4648.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace morgue::indexer
