#pragma once

#include <optional>
#include <vector>

#include <morgue/ingest.hpp>

#include <indexer/article_changes.hpp>
#include <indexer/preparation.hpp>
#include <indexer/reading_file.hpp>
#include <indexer/version_keeper.hpp>

namespace morgue::indexer {

/// Takes what was read of files, in the store and in the catalog, and counts it.
class FileIntake {
  public:
    /// All outlive it.
    struct Into {
        ArticleChanges& changes;
        schema::FileCatalog& catalog;
        VersionKeeper& versions;
        IngestReport& report;
        IngestProgress& progress;
    };

    explicit FileIntake(const Into& into) : into_(into) {}

    /// A file that was read, or the next part of one. What has lost its articles is added to those
    /// that the run knows as vanished.
    void take(FileRead read, Preparation& run);
    /// Whether parts of a file are still to come: nothing may be published before.
    bool is_amid() const noexcept { return reading_.has_value(); }
    /// The remaining parts are not read: the next run reads the file again, from its beginning.
    void break_off();

  private:
    void count_read(const FileRead& read);
    void keep(const FileRead& read, const Preparation& run);
    void take_articles(std::vector<schema::StoredArticle> articles);
    void finish_file(Preparation& run);
    void finish_articles(schema::CatalogEntry entry, const ReadingFile& done);
    void skip(ReadingFile& done, Preparation& run);

    Into into_;
    std::optional<ReadingFile> reading_;
};

}  // namespace morgue::indexer
