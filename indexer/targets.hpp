#pragma once

#include <string>
#include <vector>

#include <morgue/ingest.hpp>

#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// The parts of a root that a run brings up to date.
struct Target {
    std::string root;       ///< the root's name in the index
    std::string root_path;  ///< where it is, absolute
    /// Folders and files below it, sorted, none below another; "" alone is the whole root.
    std::vector<std::string> starts;

    /// Whether the file is one of the starts or below one.
    bool covers(std::string_view file) const;

    friend bool operator==(const Target&, const Target&) = default;
};

/// What the paths of a run mean.
struct Targets {
    std::vector<Target> list;   ///< one a root, by name of the root
    std::vector<Skip> skipped;  ///< names on a list that are not there; absolute
    std::vector<Note> notes;
};

/// A file belongs to the innermost root that holds it, so a root below a path is a target of its
/// own. A folder outside all whole roots becomes a root. Files that no root holds make their
/// folder one, of which only they are looked at; those of a list share one, the deepest folder
/// that holds them all. New roots are noted in the catalog.
///
/// Takes time in proportion to the paths. Throws Error(bad_argument) for a path that is not there
/// and was never known, unless it stands on a list.
Targets resolve_targets(const std::string& index_dir, schema::FileCatalog& catalog,
                        const IngestOptions& options);

/// Throws what is to be said of a path that could not be looked at, for this error number.
[[noreturn]] void refuse_path(const std::string& path, int error);

/// All that the index knows: whole roots, and the known files of the others.
Targets known_targets(const std::string& index_dir, const schema::FileCatalog& catalog);

}  // namespace morgue::indexer
