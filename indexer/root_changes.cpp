#include <algorithm>

#include <base/file.hpp>
#include <indexer/formats/field_map.hpp>
#include <indexer/root_changes.hpp>
#include <indexer/roots.hpp>
#include <text/language.hpp>

namespace morgue::indexer {

namespace {

/// Even the same content is another article now; until it is read again, that stands in the
/// catalog, so that an interrupted run is completed by the next.
void read_again(const schema::FileKey& below, schema::FileCatalog& catalog) {
    catalog.update(below, [](schema::CatalogEntry& entry) {
        entry.racy = true;
        entry.state.content = {};
    });
}

void note_language(const schema::FileKey& below, const std::string& code,
                   schema::FileCatalog& catalog) {
    if (catalog.language_of(below) == code) return;
    catalog.languages[below] = code;
    read_again(below, catalog);
}

void note_field_map(const schema::FileKey& below, const std::string& map,
                    schema::FileCatalog& catalog) {
    if (catalog.field_map_of(below) == map) return;
    catalog.field_maps[below] = map;
    read_again(below, catalog);
}

/// Whether any of the root's files may lie in a whole root.
bool meets_whole_root(const Roots& roots, const Roots::Root& root) {
    if (roots.whole_holder(root.path) != nullptr) return true;
    const auto inner = roots.below(root.path);
    return std::any_of(inner.begin(), inner.end(), [](const auto* other) { return other->whole; });
}

}  // namespace

std::vector<schema::FileKey> files_of_no_root(const schema::FileCatalog& catalog) {
    std::vector<schema::FileKey> files;
    for (const std::string& root : catalog.roots_with_files())
        if (!catalog.roots.contains(root))
            for (auto at = catalog.below({root, {}}); !at.at_end(); at.next())
                files.push_back(at.file_key());
    return files;
}

std::vector<RenamedFile> files_to_rehome(const std::string& index_dir,
                                         const schema::FileCatalog& catalog) {
    const Roots roots(index_dir, catalog);
    std::vector<RenamedFile> moves;
    for (const auto& [path, root] : roots.all()) {
        if (root.whole || !meets_whole_root(roots, root)) continue;
        for (auto at = catalog.below({root.name, {}}); !at.at_end(); at.next()) {
            const std::string file = base::join(path, at.file());
            const Roots::Root* home = roots.whole_holder(file);
            if (home == nullptr || has_hidden_name(path_below(home->path, file))) continue;
            moves.push_back({at.file_key(), {home->name, path_below(home->path, file)}});
        }
    }
    return moves;
}

void drop_empty_roots(schema::FileCatalog& catalog) {
    std::erase_if(catalog.roots, [&](const auto& root) {
        return !root.second.whole && catalog.below({root.first, {}}).at_end();
    });
}

void note_settings(const std::vector<Target>& targets, const IngestOptions& options,
                   schema::FileCatalog& catalog) {
    for (const Target& target : targets) {
        if (options.follow_links) catalog.roots[target.root].follows_links = *options.follow_links;
        for (const std::string& start : target.starts) {
            const schema::FileKey below{target.root, start};
            if (const auto code = text::normal_language_code(options.lang))
                note_language(below, std::string(*code), catalog);
            if (!options.field_map.empty())
                note_field_map(below, FieldMap::joined(options.field_map), catalog);
        }
    }
}

}  // namespace morgue::indexer
