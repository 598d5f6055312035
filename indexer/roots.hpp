#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// The roots of a catalog by where they stand.
class Roots {
  public:
    struct Root {
        std::string name;
        std::string path;  ///< canonical
        bool whole = true;
    };

    Roots(const std::string& index_dir, const schema::FileCatalog& catalog);

    const std::string& index_dir() const noexcept { return index_dir_; }

    /// Adds a root for the folder or, where there is one, makes it whole when asked.
    const Root& add(const std::string& path, bool whole);

    /// The root at this path; null for none.
    const Root* at(const std::string& path) const;
    /// The innermost root that the path is in, unless a folder between them is forgotten; null for
    /// none.
    const Root* holder(std::string_view path) const;
    const Root* whole_holder(std::string_view path) const;
    /// Roots strictly below the folder.
    std::vector<const Root*> below(const std::string& folder) const;
    const std::map<std::string, Root>& all() const noexcept { return by_path_; }

    /// Folders that are not read any more, where they stand.
    const std::set<std::string>& forgotten() const noexcept { return forgotten_; }
    void remember(const std::string& folder) { forgotten_.erase(folder); }

    /// Writes the roots and the forgotten folders into the catalog; what it knew of a root stays.
    void note_in(schema::FileCatalog& catalog) const;

  private:
    const Root* search(std::string_view path, bool whole_only) const;

    std::string index_dir_;
    std::map<std::string, Root> by_path_;
    std::set<std::string> forgotten_;
};

/// Whether a scan passes the path over for a name that begins with a dot.
bool has_hidden_name(std::string_view relative);

/// The path below the folder that holds it; empty for the folder itself.
std::string path_below(std::string_view folder, std::string_view path);

}  // namespace morgue::indexer
