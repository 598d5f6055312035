#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <schema/catalog_cursor.hpp>
#include <schema/catalog_entry.hpp>
#include <schema/catalog_head.hpp>

namespace morgue::schema {

/// The sidecar: what the index's files looked like at the last run. It can be lost: it is then
/// made anew from the stored articles, and only skipped files are read again.
///
/// On the disk it is the file FILES and the tables that this names, each written once. A run adds
/// a table of what has changed, and joins it with those before it that are not much larger, so that
/// little is written and few are to be read. In memory stands only what has changed since.
///
/// Files of a root that is not listed are about to be removed.
class FileCatalog : public CatalogSettings {
  public:
    FileCatalog() = default;
    explicit FileCatalog(CatalogSettings settings) : CatalogSettings(std::move(settings)) {}

    std::optional<CatalogEntry> find(const FileKey& file) const;
    std::optional<FileSummary> summary_of(const FileKey& file) const;
    bool contains(const FileKey& file) const { return !state_of(file).empty(); }
    void put(const FileKey& file, const CatalogEntry& entry);
    void erase(const FileKey& file);
    /// Changes the entries of the place itself and of all below it.
    void update(const FileKey& place, const std::function<void(CatalogEntry&)>& change);

    /// All of them: an index is to be made anew. What tables there were stay as they are until
    /// the catalog is saved.
    void forget_files();

    /// Entries in order. Valid until the catalog is changed.
    CatalogCursor all() const { return {tables_, changes_, {}}; }
    /// The entry of this file, if there is one.
    CatalogCursor only(const FileKey& file) const;
    /// The entries below the folder (a root has an empty path); its own is not among them.
    CatalogCursor below(const FileKey& folder) const { return {tables_, changes_, range(folder)}; }

    /// Whether they are listed or not.
    std::vector<std::string> roots_with_files() const;

    /// Lets changes that are too many to be kept in memory stand in this index's folder meanwhile,
    /// which only its writer may.
    void spill_into(const std::string& dir) { spill_dir_ = dir; }
    /// Durably; leaves what is the same already as it is. Only the index's writer may.
    void save(const std::string& dir);

    friend std::optional<FileCatalog> read_file_catalog(const std::string& dir);

  private:
    static CatalogRange range(const FileKey& folder);
    std::string state_of(const FileKey& file) const;
    void note(std::string key, std::string state);
    void write_changes(const std::string& dir);
    std::size_t worth_joining() const;
    std::uint64_t next_number() const;
    CatalogHead head() const;
    bool open_tables(const std::string& dir, const std::vector<FileTableId>& ids);

    FileTables tables_;
    CatalogChanges changes_;
    std::size_t change_bytes_ = 0;
    std::uint64_t first_number_ = 1;  ///< of a table
    std::string spill_dir_;
};

/// The catalog of the index in `dir`, if it is there; it may be behind the index. One whose head
/// is whole and whose tables are not has its settings, but belongs to no generation (0).
std::optional<FileCatalog> read_file_catalog(const std::string& dir);

/// Where a root stands. Roots that contain the index, or lie beside a `.morgue` in its tree, are
/// kept relative to the folder that holds the index, so that all of them move together; others are
/// absolute.
std::string root_path(const std::string& index_dir, const std::string& root);
std::string root_name(const std::string& index_dir, const std::string& canonical_path);

}  // namespace morgue::schema
