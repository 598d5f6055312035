#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace morgue::glass {

/// A term of a document. Positions ascend strictly.
struct TermEntry {
    std::string_view term;
    std::uint32_t wdf = 0;
    std::span<const std::uint32_t> positions;
    /// Where not 0: a number that the caller gives this term, wherever it occurs until the
    /// documents are sealed, and no other; so that it is never looked up by its bytes. Small ones
    /// are best.
    std::uint32_t key = 0;
};

struct ValueEntry {
    std::uint32_t slot = 0;
    std::string_view value;  ///< not empty
};

/// A document to be written; views into what the caller holds meanwhile.
struct DocumentView {
    std::span<const TermEntry> terms;    ///< in any order, each once
    std::span<const ValueEntry> values;  ///< ascending by slot, each once
    std::string_view data;
};

}  // namespace morgue::glass
