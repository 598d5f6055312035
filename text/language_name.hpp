#pragma once

#include <optional>
#include <string_view>

namespace morgue::text {

/// The code, in the form it is stored, of a language that is called by its name, in English or in
/// itself, or by another form of its code: "German", "Deutsch", "de-AT", "ger".
std::optional<std::string_view> language_called(std::string_view name);

}  // namespace morgue::text
