#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <schema/catalog_entry.hpp>
#include <schema/file_table.hpp>

namespace morgue::schema {

/// Joined keys and encoded entries, as in a table; empty ones say that there is no such file.
using CatalogChanges = std::map<std::string, std::string, std::less<>>;
/// Oldest first.
using FileTables = std::vector<std::shared_ptr<const FileTable>>;

/// A part of a catalog: joined keys from `begin` on, and before `end` unless that is empty.
struct CatalogRange {
    std::string begin;
    std::string end;
};

/// Reads tables and changes as one list, in order; of what several say of a file, the newest
/// holds. Valid until the changes are changed.
class CatalogCursor {
  public:
    /// Whether keys are told that have no file any more; their state() is empty.
    enum class Erased { hidden, shown };

    CatalogCursor(const FileTables& tables, const CatalogChanges& changes, CatalogRange range,
                  Erased erased = Erased::hidden);

    bool at_end() const noexcept { return source_ == Source::none; }
    void next();

    /// As below until next().
    std::string_view key() const noexcept;
    std::string_view root() const noexcept { return key().substr(0, key().find('\0')); }
    std::string_view file() const noexcept { return key().substr(key().find('\0') + 1); }
    FileKey file_key() const { return {std::string(root()), std::string(file())}; }
    std::string_view state() const noexcept;
    FileSummary summary() const { return decode_summary(state()); }
    CatalogEntry entry() const { return decode_catalog_entry(state()); }

  private:
    enum class Source { none, table, changes };

    void settle();
    void choose();
    void pass();

    std::vector<FileTable::Cursor> tables_;  ///< newest first
    CatalogChanges::const_iterator change_;
    CatalogChanges::const_iterator changes_end_;
    std::string end_;
    Erased erased_;
    Source source_ = Source::none;
    std::size_t table_ = 0;  ///< of tables_, where the source is one
};

}  // namespace morgue::schema
