#pragma once

#include <cstdint>
#include <glass/byte_buffer.hpp>
#include <span>
#include <string>
#include <string_view>

#include <base/bytes.hpp>

namespace morgue::glass {

/// What stands under one term, or in one slot, for some documents: an entry for each. Before every
/// entry but the first stands the step from the document before, less one, as a varint; so that
/// stretches are joined by putting a step between them.
struct Stretch {
    std::uint32_t first = 0;  ///< docids
    std::uint32_t last = 0;
    std::uint32_t documents = 0;
    std::uint32_t highest_wdf = 0;  ///< of postings
    std::uint64_t occurrences = 0;  ///< of postings: the sum of wdfs
    std::string_view entries;
};

/// Appends stretches that follow one another as one, under their term. A section of a run is many
/// of these, by term, and its end: see SectionReader.
void put_stretches(std::string& out, std::string_view term, std::span<const Stretch> stretches);
inline void end_section(std::string& out) {
    base::put_string(out, {});
}

/// Makes a stretch, entry by entry.
class StretchBuilder {
  public:
    bool empty() const noexcept { return stretch_.documents == 0; }
    /// An entry that is a string. Docids ascend strictly.
    void add_string(std::uint32_t docid, std::string_view entry);
    /// An entry that is a wdf, and counts.
    void add_wdf(std::uint32_t docid, std::uint32_t wdf);
    /// Appends the stretch, unless there is none, and begins another.
    void put(std::string& out, std::string_view term);

  private:
    char* begin_entry(std::uint32_t docid, std::size_t most_bytes);

    Stretch stretch_;
    ByteBuffer entries_;
};

/// Calls `each` with every docid and its entry, where entries are strings. False where the entries
/// are not what the stretch says.
template <class Each>
bool for_each_string(const Stretch& stretch, const Each& each) {
    base::ByteReader entries(stretch.entries);
    std::uint32_t docid = stretch.first;
    for (std::uint32_t i = 0; i < stretch.documents && !entries.failed(); ++i) {
        if (i > 0) docid += static_cast<std::uint32_t>(entries.varint()) + 1;
        each(docid, entries.string());
    }
    return entries.finished();
}

}  // namespace morgue::glass
