#include <algorithm>

#include <base/file.hpp>
#include <indexer/roots.hpp>

namespace morgue::indexer {

Roots::Roots(const std::string& index_dir, const schema::FileCatalog& catalog)
    : index_dir_(base::canonical(index_dir)) {
    for (const auto& [name, root] : catalog.roots) {
        const std::string path = schema::root_path(index_dir_, name);
        by_path_.insert_or_assign(path, Root{name, path, root.whole});
    }
    for (const std::string& folder : catalog.forgotten)
        forgotten_.insert(schema::root_path(index_dir_, folder));
}

const Roots::Root& Roots::add(const std::string& path, bool whole) {
    const auto [at, is_new] =
        by_path_.try_emplace(path, Root{schema::root_name(index_dir_, path), path, whole});
    at->second.whole |= whole;
    return at->second;
}

const Roots::Root* Roots::at(const std::string& path) const {
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? nullptr : &found->second;
}

const Roots::Root* Roots::holder(std::string_view path) const {
    return search(path, false);
}

const Roots::Root* Roots::whole_holder(std::string_view path) const {
    return search(path, true);
}

const Roots::Root* Roots::search(std::string_view path, bool whole_only) const {
    for (std::string_view at = path;; at = base::parent(at)) {
        const auto root = by_path_.find(std::string(at));
        if (root != by_path_.end() && (root->second.whole || !whole_only)) return &root->second;
        if (forgotten_.contains(std::string(at)) || at == base::parent(at)) return nullptr;
    }
}

std::vector<const Roots::Root*> Roots::below(const std::string& folder) const {
    std::vector<const Root*> found;
    const std::string beginning = folder == "/" ? folder : folder + '/';
    for (auto root = by_path_.lower_bound(beginning);
         root != by_path_.end() && root->first.starts_with(beginning); ++root)
        if (root->first != folder) found.push_back(&root->second);
    return found;
}

void Roots::note_in(schema::FileCatalog& catalog) const {
    for (const auto& [path, root] : by_path_) catalog.roots[root.name].whole = root.whole;
    catalog.forgotten.clear();
    for (const std::string& folder : forgotten_)
        catalog.forgotten.push_back(schema::root_name(index_dir_, folder));
    std::sort(catalog.forgotten.begin(), catalog.forgotten.end());
}

bool has_hidden_name(std::string_view relative) {
    return relative.starts_with('.') || relative.find("/.") != std::string_view::npos;
}

std::string path_below(std::string_view folder, std::string_view path) {
    if (path == folder) return {};
    return std::string(path.substr(folder == "/" ? 1 : folder.size() + 1));
}

}  // namespace morgue::indexer
