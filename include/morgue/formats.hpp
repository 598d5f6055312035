#pragma once

#include <span>
#include <string_view>

#include <morgue/export.hpp>

namespace morgue {

/// A format of article files, one row of the table of them.
struct FormatInfo {
    std::string_view name;                         ///< as printed, such as "HTML"
    std::span<const std::string_view> extensions;  ///< lower case, with the dot
};

/// All formats that Morgue reads.
MORGUE_EXPORT std::span<const FormatInfo> formats() noexcept;

}  // namespace morgue
