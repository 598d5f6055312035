#include <indexer/catalog_state.hpp>
#include <indexer/ids.hpp>
#include <indexer/intake.hpp>
#include <schema/catalog_head.hpp>

namespace morgue::indexer {

namespace {

/// Puts files into a catalog that are told article by article; those of one file mostly come
/// together.
class Rebuilding {
  public:
    explicit Rebuilding(schema::FileCatalog& catalog) : catalog_(catalog) {}

    void take(const schema::StoredArticle& stored) {
        const Location& location = stored.indexed.location;
        if (location.file.empty()) return;
        if (schema::FileKey key{location.root, location.file}; key != key_) begin(std::move(key));
        entry_.state = stored.file;
        entry_.dated_by_mtime |= dated_by_mtime(stored);
        entry_.gone |= stored.indexed.gone;
        entry_.racy = true;  // when it was scanned is not known any more
        const schema::CatalogArticle article = catalogued(stored);
        // What else its file has only reading it tells: versions that are not in the index, and
        // members, if a run was cut short.
        if (article.version || !location.member.empty()) entry_.state.content = {};
        entry_.articles.push_back(article);
    }

    void finish() {
        if (!entry_.articles.empty()) catalog_.put(key_, entry_);
    }

  private:
    void begin(schema::FileKey key) {
        finish();
        entry_ = catalog_.find(key).value_or(schema::CatalogEntry{});
        catalog_.roots.try_emplace(key.root);
        key_ = std::move(key);
    }

    schema::FileCatalog& catalog_;
    schema::FileKey key_;
    schema::CatalogEntry entry_;
};

void take_articles(const PublishedArticles& published, schema::FileCatalog& catalog) {
    Rebuilding rebuilding(catalog);
    published.for_each([&](const schema::StoredArticle& stored) { rebuilding.take(stored); });
    rebuilding.finish();
}

schema::FileCatalog for_use(schema::FileCatalog catalog, const std::string& dir, CatalogUse use) {
    if (use == CatalogUse::change) catalog.spill_into(dir);
    return catalog;
}

}  // namespace

schema::FileCatalog load_catalog(const std::string& dir, const schema::Snapshot& published,
                                 CatalogUse use, std::vector<Note>& notes) {
    const auto for_each = [&](const std::function<void(const schema::StoredArticle&)>& fn) {
        published.for_each_live("", [&](const schema::Place& place) {
            fn(published.stored(place));
            return true;
        });
    };
    return load_catalog({dir, published.generation().number, for_each}, use, notes);
}

schema::FileCatalog load_catalog(const PublishedArticles& published, CatalogUse use,
                                 std::vector<Note>& notes) {
    const std::string& dir = published.dir;
    auto stored = schema::read_file_catalog(dir);
    if (stored && stored->generation == published.generation)
        return for_use(*std::move(stored), dir, use);
    // One that is behind knows nothing certain of files, but still what the user said.
    schema::CatalogSettings settings;
    if (stored) settings = *std::move(stored);
    schema::FileCatalog catalog = for_use(schema::FileCatalog(std::move(settings)), dir, use);
    take_articles(published, catalog);
    if (!stored && !catalog.all().at_end())
        notes.push_back({"catalog-rebuilt",
                         "the index's list of files was made anew from its articles; give --lang "
                         "and -L again for folders that need them; folders of which only some "
                         "files were named are now kept up whole"});
    return catalog;
}

void keep_catalog(const Store& store, const std::function<void()>& change) {
    auto head = schema::read_catalog_head(store.dir());
    const bool fits = head && head->settings.generation == store.published().generation().number;
    change();
    if (!fits) return;
    head->settings.generation = store.published().generation().number;
    schema::write_catalog_head(store.dir(), *head);
}

}  // namespace morgue::indexer
