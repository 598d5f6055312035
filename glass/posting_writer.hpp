#pragma once

#include <cstdint>
#include <glass/table_writer.hpp>
#include <string>
#include <string_view>

namespace morgue::glass {

struct Posting {
    std::uint32_t docid = 0;
    std::uint32_t wdf = 0;
};

/// Writes one posting list after the other into the table of postings, in chunks of about 2,000
/// bytes. Source: xapian-core 1.4, backends/glass/glass_postlist.cc.
class PostingWriter {
  public:
    explicit PostingWriter(TableWriter& table) : table_(table) {}

    /// `documents` and `occurrences` (modulo 2^32) of the whole list, as it begins.
    void begin(std::string_view term, std::uint32_t documents, std::uint32_t occurrences);
    /// The list of all documents with their lengths; it stands before those of terms.
    void begin_lengths();
    /// Docids ascend strictly.
    void add(Posting posting);
    /// Ends the list, which holds one posting or more.
    void end();

  private:
    void write_chunk(bool last);

    TableWriter& table_;
    std::string key_;   ///< of further chunks, without the docid
    std::string head_;  ///< of the first chunk
    std::string postings_;
    std::string tag_;
    std::string chunk_key_;
    std::size_t first_key_bytes_ = 0;
    std::uint32_t first_ = 0;  ///< docid that the chunk begins with; 0 for none yet
    std::uint32_t last_ = 0;
    bool is_first_chunk_ = true;
};

}  // namespace morgue::glass
