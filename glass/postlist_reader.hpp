#pragma once

#include <cstdint>
#include <glass/table_reader.hpp>
#include <string>
#include <string_view>

#include <base/bytes.hpp>

namespace morgue::glass {

/// Reads the table of postings, entry by entry, as what each is.
class PostlistReader {
  public:
    enum class Kind { metadata, value_statistics, values, lengths, postings, end };

    explicit PostlistReader(const std::string& path);

    /// The next entry: what is left of the last one is passed over.
    Kind next();
    Kind kind() const noexcept { return kind_; }
    std::uint32_t slot() const noexcept { return slot_; }       ///< of values
    const std::string& term() const noexcept { return term_; }  ///< of postings
    /// Whether this entry begins a term rather than going on with it.
    bool begins_term() const noexcept { return begins_term_; }

    struct Value {
        std::uint32_t docid = 0;
        std::string_view bytes;
    };
    /// False at the end of the entry.
    bool next_value(Value& value);

    struct Posting {
        std::uint32_t docid = 0;
        std::uint32_t wdf = 0;  ///< of lengths: the document's length
    };
    /// False at the end of the entry.
    bool next_posting(Posting& posting);

  private:
    void begin_special(std::string_view key);
    void begin_values(std::string_view key);
    /// The rest of the key says which docid a further chunk begins with.
    void begin_chunk(std::string_view rest);
    std::uint32_t docid_in(std::string_view rest) const;
    std::uint32_t number();

    std::string path_;
    TableReader table_;
    Kind kind_ = Kind::end;
    base::ByteReader tag_{{}};
    std::uint32_t slot_ = 0;
    std::string term_;
    bool begins_term_ = false;
    bool begins_entry_ = false;
    std::uint32_t docid_ = 0;
};

}  // namespace morgue::glass
