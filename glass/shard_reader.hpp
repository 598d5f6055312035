#pragma once

#include <cstdint>
#include <glass/assembly.hpp>
#include <glass/source.hpp>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace morgue::glass {

/// The docids of one database in another: the dead have none, the others follow one another. Holds
/// four bytes a document.
class Renumbering {
  public:
    explicit Renumbering(std::uint32_t first) : next_(first) {}

    /// Docids ascend strictly.
    std::uint32_t add(std::uint32_t docid);
    /// 0 for a document that is dead or was never there.
    std::uint32_t of(std::uint64_t docid) const noexcept {
        return docid < numbers_.size() ? numbers_[static_cast<std::size_t>(docid)] : 0;
    }
    std::uint32_t next() const noexcept { return next_; }

  private:
    std::vector<std::uint32_t> numbers_;  ///< by docid
    std::uint32_t next_;
};

/// Reads a database that the bulk writer has made, from its beginning to its end, to be merged:
/// without its dead documents, the others numbered anew.
/// Throws base::FileError and MalformedTable.
class ShardReader {
  public:
    /// `dead` ascends. The first living document becomes `first_docid`. Documents, with their
    /// lengths and values, are counted in the assembly.
    ShardReader(std::string path, std::span<const std::uint32_t> dead, std::uint32_t first_docid,
                Assembly& into);

    /// The docid after the last living document's.
    std::uint32_t next_docid() const noexcept { return numbers_.next(); }
    /// Copies what stands by document. Throws Interrupted when asked to stop.
    void copy_documents(Assembly& into, const std::stop_token& stop) const;
    /// Adds what stands by slot and by term, to be read while the reader lives.
    void add_sources(Sources& sources) const;

  private:
    std::string table(const char* name) const;
    void count_documents(std::span<const std::uint32_t> dead, Assembly& into);
    void count_values(Assembly& into) const;
    void copy_table(const char* name, TableWriter& into, const std::stop_token& stop) const;

    std::string path_;
    Renumbering numbers_;
};

}  // namespace morgue::glass
