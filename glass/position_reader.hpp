#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/positions.hpp>
#include <glass/table_lookup.hpp>
#include <glass/whole_tag.hpp>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::glass {

/// The position lists of a database, by term and document: its table, to be read by
/// PositionReaders. The database must not change meanwhile.
using PositionTable = TableLookup;
/// Of the database in that folder. Throws base::FileError and MalformedTable.
std::shared_ptr<PositionTable> open_positions(const std::string& folder);

/// Finds where one term stands in documents. Fastest where their numbers ascend: the lists of
/// neighbouring documents stand side by side.
class PositionReader {
  public:
    PositionReader(std::shared_ptr<PositionTable> table, std::string_view term);

    /// No document's number.
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    /// The first document from this one on in which the term has positions, or none. Throws
    /// base::FileError and MalformedTable, as all do.
    std::uint32_t next(std::uint32_t docid) {
        if (docid < asked_ || docid > found_) turn_to(docid);
        return found_;
    }
    /// Nothing where the term has no positions in the document. A list lives until the next call.
    std::optional<PositionList> find(std::uint32_t docid);
    /// Appends the positions of a list that was found: those below `enough`, and the next one.
    void take(const PositionList& list, std::vector<std::uint32_t>& positions,
              std::uint32_t enough = none) const;

  private:
    void turn_to(std::uint32_t docid);
    bool find_ahead(std::uint32_t docid);
    void find_from_root(std::uint32_t docid);
    std::string_view whole_tag(const LeafItem& item);

    std::shared_ptr<PositionTable> table_;
    std::string term_;            ///< as keys begin with it
    std::uint32_t asked_ = none;  ///< from this document on
    std::uint32_t found_ = 0;     ///< the first that there is
    TableLookup::Leaf leaf_;
    std::size_t entry_ = 0;                 ///< of the leaf, the first that was looked through
    std::vector<std::uint32_t> documents_;  ///< of it and those of the term behind it
    std::size_t at_ = 0;                    ///< among them, the one found
    bool ends_here_ = false;                ///< no other leaf has more of the term
    std::string key_;
    WholeTag tag_;
};

}  // namespace morgue::glass
