#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <schema/catalog_entry.hpp>
#include <schema/file_table.hpp>

namespace morgue::schema {

/// What is kept of a directory that the index keeps up with.
struct CatalogRoot {
    bool whole = true;           ///< else only those of its files that were named
    bool follows_links = false;  ///< files are found through links too

    friend bool operator==(const CatalogRoot&, const CatalogRoot&) = default;
};

/// What a catalog knows beside its files.
struct CatalogSettings {
    std::uint64_t generation = 0;  ///< of the index that the catalog belongs to
    std::map<std::string, CatalogRoot> roots;
    /// Folders within roots that are not to be read any more; named as roots are, sorted.
    std::vector<std::string> forgotten;
    /// Languages given for articles at or below a place that state none.
    std::map<FileKey, std::string> languages;
    /// What names of fields mean in files at or below a place: "title=headline", a line each.
    std::map<FileKey, std::string> field_maps;

    /// What was given for the file's nearest folder; empty for none.
    std::string language_of(const FileKey& file) const;
    std::string field_map_of(const FileKey& file) const;

    friend bool operator==(const CatalogSettings&, const CatalogSettings&) = default;
};

/// The file FILES: the settings, and the tables that the files stand in.
struct CatalogHead {
    CatalogSettings settings;
    std::vector<FileTableId> tables;  ///< oldest first; what a newer one says holds

    friend bool operator==(const CatalogHead&, const CatalogHead&) = default;
};

/// Ends in a CRC32C.
std::string encode(const CatalogHead& head);
/// Nothing when the bytes are damaged or of another layout.
std::optional<CatalogHead> decode_catalog_head(std::string_view bytes);

/// The head in `dir`, if it is there and whole; it may be behind the index.
std::optional<CatalogHead> read_catalog_head(const std::string& dir);
/// Durably; leaves a file that holds the same already as it is.
void write_catalog_head(const std::string& dir, const CatalogHead& head);

}  // namespace morgue::schema
