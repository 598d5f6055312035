#pragma once

#include <cstdint>
#include <glass/table_writer.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::glass {

struct Posting {
    std::uint32_t docid = 0;
    std::uint32_t wdf = 0;
};

/// Writes one posting list after the other into the table of postings, in chunks of about 2,000
/// bytes. A list is held until it ends, since it begins with its own counts.
/// Source: xapian-core 1.4, backends/glass/glass_postlist.cc.
class PostingWriter {
  public:
    explicit PostingWriter(TableWriter& table) : table_(table) {}

    void begin(std::string_view term);
    /// The list of all documents with their lengths; it stands before those of terms.
    void begin_lengths();
    /// Docids ascend strictly.
    void add(Posting posting);
    /// Writes the list; a list without postings leaves no trace.
    void end();

  private:
    struct Chunk {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::size_t begin = 0;  ///< in postings_
    };

    void write_chunk(const Chunk& chunk, std::size_t end);

    TableWriter& table_;
    std::string key_;  ///< of further chunks, without the docid
    std::size_t first_key_bytes_ = 0;
    bool counts_ = true;
    std::uint32_t documents_ = 0;
    std::uint32_t occurrences_ = 0;  ///< modulo 2^32, as Xapian has it
    std::vector<Chunk> chunks_;
    std::string postings_;
    std::string tag_;
};

}  // namespace morgue::glass
