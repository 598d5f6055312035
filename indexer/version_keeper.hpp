#pragma once

#include <functional>
#include <set>
#include <vector>

#include <morgue/ingest.hpp>

#include <indexer/article_changes.hpp>
#include <indexer/versions.hpp>
#include <schema/stored_article.hpp>

namespace morgue::indexer {

/// Sees to it that a run leaves of each item of a wire the newest version, and of one that was
/// taken back none.
class VersionKeeper {
  public:
    VersionKeeper(ArticleChanges& changes, schema::FileCatalog& catalog)
        : changes_(changes), catalog_(catalog) {}

    /// The file was read, or a part of it, and gave these.
    void note(const schema::FileKey& file, const std::vector<schema::StoredArticle>& articles);

    /// After all is published: leaves out what is superseded, and has files read again with what is
    /// the newest now that another is gone. `read` publishes what it read, and is false where there
    /// was nothing.
    void settle(IngestReport& report, const std::function<bool(const schema::FileKey&)>& read);

  private:
    void leave_out(const Superseded& old, IngestReport& report);

    ArticleChanges& changes_;
    schema::FileCatalog& catalog_;
    std::set<schema::FileKey> noted_;   ///< files with names of items, read in this run
    std::set<schema::FileKey> called_;  ///< files that were to be read again
};

}  // namespace morgue::indexer
