#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/positions.hpp>
#include <glass/table_lookup.hpp>
#include <glass/whole_tag.hpp>
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

    /// Nothing where the term has no positions in the document. A list lives until the next call.
    /// Throws base::FileError and MalformedTable, as take() does.
    std::optional<PositionList> find(std::uint32_t docid);
    /// Appends the positions of a list that was found.
    void take(const PositionList& list, std::vector<std::uint32_t>& positions) const;

  private:
    bool find_ahead();
    void find_from_root();
    std::string_view whole_tag(const LeafItem& item);

    std::shared_ptr<PositionTable> table_;
    std::string term_;  ///< as keys begin with it
    std::uint32_t docid_ = 0;
    std::uint64_t wanted_ = 0;  ///< what its key ends with
    TableLookup::Leaf leaf_;
    std::size_t entry_ = 0;  ///< the first that does not stand before the document
    std::size_t end_ = 0;    ///< of the term's entries in the leaf
    std::string key_;
    WholeTag tag_;
};

}  // namespace morgue::glass
