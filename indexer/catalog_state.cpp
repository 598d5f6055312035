#include <indexer/catalog_state.hpp>
#include <indexer/intake.hpp>

namespace morgue::indexer {

namespace {

schema::FileCatalog catalog_from_articles(const schema::Snapshot& snapshot) {
    schema::FileCatalog catalog;
    snapshot.for_each_live("", [&](const schema::Place& place) {
        const schema::StoredArticle stored = snapshot.stored(place);
        const Location& location = stored.indexed.location;
        if (location.file.empty()) return true;
        schema::CatalogEntry& entry = catalog.files[{location.root, location.file}];
        entry.state = stored.file;
        entry.dated_by_mtime |= dated_by_mtime(stored);
        entry.racy = true;  // when it was scanned is not known any more
        entry.articles.push_back({stored.indexed.id, stored.claimed, location.member});
        catalog.roots.try_emplace(location.root);
        return true;
    });
    return catalog;
}

/// A catalog that is behind knows nothing certain of files, but still what the user said.
void take_settings(schema::FileCatalog& catalog, schema::FileCatalog behind) {
    behind.roots.merge(catalog.roots);
    catalog.roots = std::move(behind.roots);
    catalog.forgotten = std::move(behind.forgotten);
    catalog.languages = std::move(behind.languages);
}

}  // namespace

schema::FileCatalog load_catalog(const std::string& dir, const schema::Snapshot& published,
                                 std::vector<Note>& notes) {
    auto stored = schema::read_file_catalog(dir);
    if (stored && stored->generation == published.generation().number) return *std::move(stored);
    schema::FileCatalog catalog = catalog_from_articles(published);
    if (stored)
        take_settings(catalog, *std::move(stored));
    else if (!catalog.files.empty())
        notes.push_back({"catalog-rebuilt",
                         "the index's list of files was made anew from its articles; give --lang "
                         "and -L again for folders that need them; folders of which only some "
                         "files were named are now kept up whole"});
    return catalog;
}

}  // namespace morgue::indexer
