#pragma once

#include <span>
#include <string_view>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// How files of a format are told, and which of them are plain.
struct Format {
    std::string_view name;                         ///< as printed, such as "HTML"
    std::span<const std::string_view> extensions;  ///< lower case, with the dot
    /// Whether bytes are of this format, where an extension is that of several; null where the
    /// name of a file says all.
    bool (*fits)(std::string_view bytes) = nullptr;
    /// Whether what an article is made of has names in it, which people may give a meaning.
    bool has_named_fields = false;
    /// Whether code of our own is all that will see these bytes, which is simple, so that they may
    /// be read in this process; null where a parser of markup or of another charset may see them.
    bool (*is_plain)(std::string_view bytes) = nullptr;
    /// Reads those, as the format's reader would.
    Read* read_plain = nullptr;
};

/// The table of all formats.
std::span<const Format> known_formats() noexcept;

/// The format of files so named; null where there is none. Where several may be, the first.
const Format* find_format(std::string_view path) noexcept;

/// The format of a file so named that holds these bytes; null where there is none.
const Format* find_format(std::string_view path, std::string_view bytes);

}  // namespace morgue::indexer
