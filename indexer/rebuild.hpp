#pragma once

#include <cstddef>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include <indexer/article_changes.hpp>
#include <indexer/old_index.hpp>
#include <indexer/scan.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// What a new index takes over from the old one beside which it is made: the settings, and the
/// articles that no file gives any more, but that nobody has removed.
class Rebuild {
  public:
    Rebuild(const std::string& dir, std::stop_token stop) : old_(dir), stop_(std::move(stop)) {}

    /// What is known of the old files: what the run is to look at.
    schema::FileCatalog old_catalog() { return old_.catalog(); }
    /// The new catalog, which begins with the settings alone.
    schema::FileCatalog begin(schema::FileCatalog old, const std::string& dir);

    /// First of all, so that they keep their ids.
    void take_articles_of_no_file(ArticleChanges& changes);
    /// Files that gave articles and give none now, by a catalog of what was read.
    std::vector<schema::FileKey> vanished(const std::vector<Scan>& scans,
                                          const schema::FileCatalog& now) const;
    /// What was known before; removals are decided by it.
    const schema::FileCatalog& known() const noexcept { return known_; }
    /// Those of all files that were not read, but for the removed.
    void take_articles_of_files(const std::vector<schema::FileKey>& removed,
                                const schema::FileCatalog& now, ArticleChanges& changes);
    /// How many were taken over.
    std::size_t taken() const noexcept { return taken_.size(); }

    /// On what was taken over, and what is lost of the old index and not in the new.
    std::vector<Note> notes(const schema::Snapshot& now) const;

  private:
    OldIndex old_;
    std::stop_token stop_;
    schema::FileCatalog known_;
    std::set<ArticleId> taken_;  ///< a damaged list of parts may name old versions as well
};

}  // namespace morgue::indexer
