#include <algorithm>
#include <sys/stat.h>

#include <morgue/error.hpp>
#include <morgue/ingest.hpp>

#include <base/file.hpp>
#include <indexer/article_changes.hpp>
#include <indexer/catalog_state.hpp>
#include <indexer/root_changes.hpp>
#include <indexer/roots.hpp>
#include <indexer/store.hpp>
#include <indexer/tidy.hpp>
#include <schema/generation.hpp>
#include <schema/xapian_door.hpp>

namespace morgue::indexer {

namespace {

std::string listed(const Roots& roots) {
    std::string list;
    for (const auto& [path, root] : roots.all()) list += (list.empty() ? "" : ", ") + path;
    return list.empty() ? "none" : list;
}

/// By path, else by the name that the index gives it, unless that is the path of something else:
/// an index knows a root as "." that is seldom the working directory.
const Roots::Root& find_root(const Roots& roots, const std::string& asked) {
    if (!asked.empty())
        if (const Roots::Root* root = roots.at(base::canonical(asked))) return *root;
    struct stat facts {};
    const bool is_something_else = ::lstat(asked.c_str(), &facts) == 0;
    for (const auto& [path, root] : roots.all())
        if (root.name == asked && !is_something_else) return root;
    throw Error(ErrorCode::bad_argument,
                "the index " + roots.index_dir() + " does not keep up with '" + asked + "'",
                roots.index_dir(), "the folders that it knows: " + listed(roots));
}

/// One root's end.
class Forgetting {
  public:
    explicit Forgetting(Store store) : store_(std::move(store)) {}

    ForgetReport go(const std::string& asked) {
        catalog_ =
            load_catalog(store_.dir(), store_.published(), CatalogUse::change, report_.notes);
        const Roots::Root root = find_root(Roots(store_.dir(), catalog_), asked);
        report_.root = root.path;
        strike(root);
        // From here on the root is forgotten: should this be interrupted, the next run goes on.
        save_catalog();
        for (const schema::FileKey& key : files_of_no_root(catalog_)) {
            const std::size_t articles = changes_.drop(key);
            report_.articles += key.root == root.name ? articles : 0;
            catalog_.erase(key);
        }
        changes_.publish();
        changes_.correct_ids();
        save_catalog();
        if (auto note = tidy(store_, {})) report_.notes.push_back(*note);
        save_catalog();
        return std::move(report_);
    }

  private:
    void strike(const Roots::Root& root) {
        catalog_.roots.erase(root.name);
        std::erase_if(catalog_.languages,
                      [&](const auto& given) { return given.first.root == root.name; });
        catalog_.forgotten.push_back(root.name);
        keep_needed_holes();
    }

    /// Only what another root would read has to be remembered as not to be read.
    void keep_needed_holes() {
        const Roots left(store_.dir(), catalog_);
        const bool links_lead_anywhere =
            std::any_of(catalog_.roots.begin(), catalog_.roots.end(),
                        [](const auto& root) { return root.second.follows_links; });
        std::erase_if(catalog_.forgotten, [&](const std::string& name) {
            const std::string path = schema::root_path(store_.dir(), name);
            return !links_lead_anywhere && left.whole_holder(base::parent(path)) == nullptr;
        });
        std::sort(catalog_.forgotten.begin(), catalog_.forgotten.end());
    }

    void save_catalog() {
        catalog_.generation = store_.published().generation().number;
        catalog_.save(store_.dir());
    }

    Store store_;
    schema::FileCatalog catalog_;
    ArticleChanges changes_{store_, catalog_};
    ForgetReport report_;
};

}  // namespace

}  // namespace morgue::indexer

namespace morgue {

ForgetReport forget(const std::string& index_dir, const std::string& root) {
    return schema::guarded(index_dir, [&] {
        schema::read_stub(index_dir);
        return indexer::Forgetting(indexer::Store::open(index_dir)).go(root);
    });
}

}  // namespace morgue
