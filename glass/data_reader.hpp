#pragma once

#include <cstdint>
#include <glass/table_lookup.hpp>
#include <glass/whole_tag.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace morgue::glass {

/// The data of a database's documents, one after the other. The database must not change
/// meanwhile. Belongs to one thread.
class DataReader {
  public:
    /// Of the database in that folder. Throws base::FileError and MalformedTable.
    explicit DataReader(const std::string& folder);

    /// Nothing where the document has none, or does not exist. Lives until the next call. Throws
    /// base::FileError and MalformedTable.
    std::optional<std::string_view> find(std::uint32_t docid);

  private:
    TableLookup table_;
    TableLookup::Leaf leaf_;
    std::string key_;
    WholeTag tag_;
};

}  // namespace morgue::glass
