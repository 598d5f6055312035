#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <indexer/intake.hpp>
#include <indexer/store.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// Carries a run's decisions out, in the store and in the catalog together, so that the two agree
/// whenever something is published.
class ArticleChanges {
  public:
    ArticleChanges(Store& store, schema::FileCatalog& catalog) : store_(store), catalog_(catalog) {}

    /// How the articles of one file differ from what it gave before.
    struct Difference {
        std::size_t added = 0;
        std::size_t changed = 0;
        std::size_t removed = 0;
    };

    /// The file is about to give its articles, and no others: those that it gave are superseded.
    /// What it gives is added part by part; nothing may be published before it is finished.
    void begin(const schema::FileKey& key);
    void add(std::vector<schema::StoredArticle> articles);
    /// Notes the file with what it gave; the entry's own list of articles is not looked at.
    Difference finish(const schema::FileKey& key, schema::CatalogEntry entry);
    /// The file is found under another name; its articles are added again from their stored text.
    std::vector<Rename> rename(const schema::FileKey& from, const schema::FileKey& to);
    /// Adds an article of the index that is made anew, as it was stored there.
    void take_over(schema::StoredArticle article);
    /// The file is gone, and its articles stay; gives how many.
    std::size_t keep_gone(const schema::FileKey& key);
    /// Takes the file's version of an item out, of which there is a newer one; the entry keeps that
    /// the file has it.
    void leave_out(const schema::FileKey& key, const ArticleId& claimed);
    /// Takes the file's articles out; gives how many. The entry stays, without articles.
    std::size_t drop(const schema::FileKey& key);
    /// Gives every article the id that a fresh index would give it, and tells which changed from
    /// what to what. All must be published.
    std::vector<std::pair<ArticleId, ArticleId>> correct_ids();

    /// The file whose article with this id is published; nothing for none.
    std::optional<schema::FileKey> holder_of(const ArticleId& id) const;

    bool pending() const { return store_.has_pending(); }
    void publish();
    /// How many articles were left out by publications: there was too much of them.
    std::size_t refused() const noexcept { return refused_; }

  private:
    ArticleId add(schema::StoredArticle stored);
    void supersede_all(const schema::CatalogEntry& entry);
    void supersede(const ArticleId& id);
    schema::StoredArticle take_out(const ArticleId& id);
    bool is_taken(const ArticleId& id) const;
    void skip(const RefusedArticle& article);

    Store& store_;
    schema::FileCatalog& catalog_;
    std::set<ArticleId> added_;                      ///< since the last publication
    std::set<ArticleId> freed_;                      ///< since the last publication
    std::set<ArticleId> before_;                     ///< claimed by what the file gave, now begun
    std::vector<schema::CatalogArticle> given_;      ///< by the file that is begun
    std::vector<schema::CatalogVersion> withdrawn_;  ///< likewise
    Difference difference_;
    std::size_t refused_ = 0;
};

}  // namespace morgue::indexer
