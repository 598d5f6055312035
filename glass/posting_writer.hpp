#pragma once

#include <cstdint>
#include <glass/stretch.hpp>
#include <glass/table_writer.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::glass {

/// Writes one posting list after the other into the table of postings, in chunks of about 2,000
/// bytes. A list is held until it ends, since it begins with its own counts: two bytes a document,
/// or a little more.
/// Source: xapian-core 1.4, backends/glass/glass_postlist.cc.
class PostingWriter {
  public:
    explicit PostingWriter(TableWriter& table) : table_(table) {}

    void begin(std::string_view term);
    /// The list of all documents with their lengths; it stands before those of terms.
    void begin_lengths();
    /// Docids ascend strictly.
    void add(std::uint32_t docid, std::uint32_t wdf);
    /// Entries of a stretch of postings are wdfs, as varints.
    void add(const Stretch& stretch);
    /// Writes the list; a list without postings leaves no trace. Throws std::length_error where
    /// the term occurs too often.
    void end();

    /// Whether the list that ended last had postings.
    bool has_written() const noexcept { return list_.documents > 0; }
    /// Of all terms that have ended.
    std::uint32_t highest_wdf() const noexcept { return highest_wdf_; }

  private:
    struct Chunk {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::size_t begin = 0;  ///< in postings_
    };

    std::size_t full_bytes() const;
    void begin_posting(std::uint32_t docid);
    void add_each(const Stretch& stretch);
    void write_chunk(const Chunk& chunk, std::size_t end);

    TableWriter& table_;
    std::string key_;  ///< of further chunks, without the docid
    std::size_t first_key_bytes_ = 0;
    bool counts_ = true;
    Stretch list_;  ///< what is counted of it
    std::uint32_t highest_wdf_ = 0;
    std::vector<Chunk> chunks_;
    std::string postings_;
    std::string tag_;
};

}  // namespace morgue::glass
