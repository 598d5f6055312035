#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace morgue::text {

enum class FormKind : std::uint8_t {
    surface,  ///< the folded word; what phrases are made of
    stem,     ///< its stem in the text's language
    acronym,  ///< letters of U.S. or US, folded
    exact,    ///< as written (NFC), only where accents or capitals tell more than the surface
};

/// One way in which a token is found. All forms of a token stand at its position.
struct Form {
    FormKind kind;
    /// Whether a question made of this token asks for the form; an index offers all of them.
    bool asked;
    std::string_view text;
};

/// Words longer than this many bytes are indexed by their beginning.
inline constexpr std::size_t max_word_bytes = 120;

}  // namespace morgue::text
