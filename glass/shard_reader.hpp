#pragma once

#include <cstdint>
#include <glass/assembly.hpp>
#include <glass/postlist_reader.hpp>
#include <glass/source.hpp>
#include <span>
#include <string>
#include <vector>

namespace morgue::glass {

/// Reads a database that the bulk writer has made, from its beginning to its end, as a source to
/// be merged: without its dead documents, the others numbered anew.
/// Throws base::FileError and MalformedTable.
class ShardReader : public Source {
  public:
    /// `dead` ascends. The first living document becomes `first_docid`.
    ShardReader(std::string path, std::span<const std::uint32_t> dead, std::uint32_t first_docid);

    /// The docid after the last living document's.
    std::uint32_t next_docid() const noexcept { return next_docid_; }
    /// Copies what stands by document, and counts it.
    void copy_documents(Assembly& into);

    bool next_slot() override;
    std::uint32_t slot() const override { return slot_; }
    bool next_value(Value& value) override;
    bool next_term() override;
    const std::string& term() const override { return term_; }
    bool next_posting(Posting& posting) override;

  private:
    struct Length {
        std::uint32_t docid;
        std::uint32_t length;
    };

    std::string table(const char* name) const;
    /// The new docid; 0 for the dead.
    std::uint32_t renumbered(std::uint32_t docid) const;
    void number_documents(std::span<const std::uint32_t> dead, std::uint32_t first_docid);
    void copy_table(const char* name, TableWriter& into) const;
    std::string_view positions_of(std::uint32_t old_docid);

    std::string path_;
    std::vector<std::uint32_t> numbers_;  ///< by old docid
    std::vector<Length> lengths_;         ///< of the living, by new docid
    std::uint32_t next_docid_ = 0;
    PostlistReader postlist_;
    TableReader position_;
    bool has_position_ = false;
    std::uint32_t slot_ = 0;
    std::string term_;
    std::string key_;  ///< of the term in the table of positions
    std::size_t term_key_bytes_ = 0;
};

}  // namespace morgue::glass
