#pragma once

#include <cstdint>
#include <glass/document.hpp>
#include <string_view>

namespace morgue::glass {

/// Throws std::length_error, which names what is too long, where the format cannot hold the
/// document.
void check(const DocumentView& document);

/// Throws std::length_error where the format cannot count so many.
void check_occurrences(std::string_view term, std::uint64_t occurrences);

}  // namespace morgue::glass
