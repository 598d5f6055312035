#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace morgue::glass {

/// A part of a database to be merged, read once from its beginning to its end in the order of the
/// tables: all values by slot (as their keys sort), then all postings by term. Docids are those of
/// the merged database; those of one source follow those of the one before.
/// What is given lives until the next call.
class Source {
  public:
    struct Value {
        std::uint32_t docid = 0;
        std::string_view bytes;
    };
    struct Posting {
        std::uint32_t docid = 0;
        std::uint32_t wdf = 0;
        std::string_view positions;  ///< encoded; empty for none
    };

    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    virtual ~Source() = default;

    /// False where there are no more; then come the terms.
    virtual bool next_slot() = 0;
    virtual std::uint32_t slot() const = 0;
    /// False at the end of the slot. All are to be read.
    virtual bool next_value(Value& value) = 0;

    virtual bool next_term() = 0;
    virtual const std::string& term() const = 0;
    /// False at the end of the term. All are to be read.
    virtual bool next_posting(Posting& posting) = 0;
};

}  // namespace morgue::glass
