#pragma once

#include <cstddef>
#include <glass/inflater.hpp>
#include <glass/table_lookup.hpp>
#include <memory>
#include <string>
#include <string_view>

namespace morgue::glass {

/// Makes tags whole that stand in several items or are deflated.
class WholeTag {
  public:
    /// Of the item with that number, a first one, which leaf and number leave behind. What is
    /// given lives until the next call. Throws base::FileError and MalformedTable.
    std::string_view of(TableLookup& table, TableLookup::Leaf& leaf, std::size_t& entry);

  private:
    void inflate(const TableLookup& table);

    std::string key_;
    std::string tag_;
    std::unique_ptr<Inflater> inflater_;
};

}  // namespace morgue::glass
