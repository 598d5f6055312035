#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <sys/stat.h>
#include <system_error>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <indexer/roots.hpp>
#include <indexer/targets.hpp>

namespace morgue::indexer {

namespace {

/// A path of the run, as it was given and where it leads.
struct Named {
    std::string given;
    std::string path;  ///< canonical; of what stands on a list, only its folder is resolved
};

std::string common_folder(const std::vector<Named>& files) {
    std::string common(base::parent(files.front().path));
    for (const Named& file : files)
        while (!base::is_within(base::parent(file.path), common))
            common = std::string(base::parent(common));
    return common;
}

std::vector<std::string> files_of(const schema::FileCatalog& catalog, const std::string& root) {
    std::vector<std::string> files;
    for (auto at = catalog.below({root, {}}); !at.at_end(); at.next())
        files.emplace_back(at.file());
    return files;
}

bool is_absence(int error) {
    return error == ENOENT || error == ENOTDIR;
}

class Resolver {
  public:
    Resolver(const std::string& index_dir, schema::FileCatalog& catalog,
             const IngestOptions& options)
        : catalog_(catalog), options_(options), roots_(index_dir, catalog) {}

    Targets run() {
        for (const std::string& given : options_.paths) sort_in({given, where(given)});
        // Outer folders first, so that an inner one is no root of its own.
        std::sort(folders_.begin(), folders_.end());
        for (const std::string& folder : folders_) take_folder(folder);
        for (const Named& file : files_) take_file(file);
        take_files_of_no_root();
        roots_.note_in(catalog_);
        if (listed_in_forgotten_ > 0)
            targets_.notes.push_back({"forgotten", std::to_string(listed_in_forgotten_) +
                                                       " names on the list lie in folders that the "
                                                       "index was told to forget; to have one read "
                                                       "again, name it: morgue index FOLDER"});
        for (const auto& [path, starts] : starts_)
            targets_.list.push_back({roots_.at(path)->name, path, outermost(starts)});
        std::sort(targets_.list.begin(), targets_.list.end(),
                  [](const Target& left, const Target& right) { return left.root < right.root; });
        return std::move(targets_);
    }

  private:
    using Root = Roots::Root;

    /// A link that a person names is what it leads to; on a list, it is a link among others.
    std::string where(const std::string& given) {
        const std::string name = given.substr(given.rfind('/') + 1);
        if (!options_.paths_are_a_list || name.empty() || name == "." || name == "..")
            return base::canonical(given);
        const std::string folder(base::parent(given));
        auto known = canonical_of_.find(folder);
        if (known == canonical_of_.end())
            known =
                canonical_of_.emplace(folder, base::canonical(folder.empty() ? "." : folder)).first;
        return base::join(known->second, name);
    }

    void sort_in(Named named) {
        if (base::is_within(named.path, roots_.index_dir())) return refuse_index(named);
        struct stat facts {};
        if (::lstat(named.path.c_str(), &facts) != 0)
            return sort_in_missing(std::move(named), errno);
        if (S_ISDIR(facts.st_mode))
            folders_.push_back(std::move(named.path));
        else
            files_.push_back(std::move(named));
    }

    void sort_in_missing(Named named, int error) {
        if (is_known(named.path)) return files_.push_back(std::move(named));
        if (!options_.paths_are_a_list) refuse_path(named.given, error);
        if (is_absence(error))
            targets_.skipped.push_back({named.path, SkipReason::vanished, "there is no such file"});
        else
            targets_.skipped.push_back(
                {named.path, SkipReason::unreadable, std::generic_category().message(error)});
    }

    /// On a list of all files below a folder, the index's own may well stand.
    void refuse_index(const Named& named) const {
        if (options_.paths_are_a_list) return;
        throw Error(ErrorCode::bad_argument, named.given + " is the index itself", named.given,
                    "name a folder of articles");
    }

    bool is_known(const std::string& path) const {
        const Root* root = roots_.holder(path);
        if (root == nullptr) return false;
        const schema::FileKey key{root->name, path_below(root->path, path)};
        return root->path == path || catalog_.contains(key) || !catalog_.below(key).at_end();
    }

    void take_folder(const std::string& path) {
        if (!options_.paths_are_a_list) roots_.remember(path);
        if (is_forgotten(path)) return;
        const Root* root = unless_hidden(roots_.whole_holder(path), path);
        if (root == nullptr) root = &roots_.add(path, true);
        std::set<std::string>& starts = starts_[root->path];
        const std::string start = path_below(root->path, path);
        if (is_covered(starts, start)) return;
        starts.insert(start);
        for (const Root* inner : roots_.below(path))
            if (inner->whole) starts_[inner->path].insert("");
    }

    /// A root of named files that lies in a whole one is about to become part of that.
    void take_file(const Named& file) {
        const Root* root = roots_.at(file.path);
        if (root == nullptr) root = holder_of_file(file.path);
        if (root != nullptr)
            starts_[root->path].insert(path_below(root->path, file.path));
        else if (!is_forgotten(file.path))
            of_no_root_.push_back(file);
    }

    const Root* holder_of_file(const std::string& path) const {
        const std::string folder(base::parent(path));
        const Root* whole = unless_hidden(roots_.whole_holder(path), folder);
        return whole != nullptr ? whole : unless_hidden(roots_.holder(path), folder);
    }

    void take_files_of_no_root() {
        if (of_no_root_.empty()) return;
        const std::string shared = common_folder(of_no_root_);
        for (const Named& file : of_no_root_) {
            const std::string own(base::parent(file.path));
            const Root& root = roots_.add(options_.paths_are_a_list ? shared : own, false);
            starts_[root.path].insert(path_below(root.path, file.path));
        }
    }

    /// What a person names although its root passes it over gets a root of its own.
    const Root* unless_hidden(const Root* root, const std::string& path) const {
        if (root == nullptr || options_.paths_are_a_list) return root;
        return has_hidden_name(path_below(root->path, path)) ? nullptr : root;
    }

    /// A list made by a program brings nothing forgotten back; a person does, by name.
    bool is_forgotten(const std::string& path) {
        if (!options_.paths_are_a_list) return false;
        for (std::string_view at = path; at != base::parent(at); at = base::parent(at)) {
            if (roots_.at(std::string(at)) != nullptr) return false;
            if (!roots_.forgotten().contains(std::string(at))) continue;
            ++listed_in_forgotten_;
            return true;
        }
        return false;
    }

    static bool is_covered(const std::set<std::string>& starts, std::string_view start) {
        for (;; start = base::parent(start)) {
            if (starts.contains(std::string(start))) return true;
            if (start.empty()) return false;
        }
    }

    static std::vector<std::string> outermost(const std::set<std::string>& starts) {
        std::vector<std::string> kept;
        for (const std::string& start : starts)
            if (start.empty() || !is_covered(starts, base::parent(start))) kept.push_back(start);
        return kept;
    }

    schema::FileCatalog& catalog_;
    const IngestOptions& options_;
    Roots roots_;
    std::map<std::string, std::string> canonical_of_;  ///< folders of names on a list
    std::vector<std::string> folders_;
    std::vector<Named> files_;
    std::vector<Named> of_no_root_;
    std::map<std::string, std::set<std::string>> starts_;  ///< by the root's path
    std::size_t listed_in_forgotten_ = 0;
    Targets targets_;
};

}  // namespace

bool Target::covers(std::string_view file) const {
    for (;; file = base::parent(file)) {
        if (std::binary_search(starts.begin(), starts.end(), file)) return true;
        if (file.empty()) return false;
    }
}

void refuse_path(const std::string& path, int error) {
    if (!is_absence(error)) throw base::FileError(error, "cannot look at", path);
    throw Error(ErrorCode::bad_argument, "there is no " + path, path, "name a folder of articles");
}

Targets resolve_targets(const std::string& index_dir, schema::FileCatalog& catalog,
                        const IngestOptions& options) {
    return Resolver(index_dir, catalog, options).run();
}

Targets known_targets(const std::string& index_dir, const schema::FileCatalog& catalog) {
    Targets targets;
    for (const auto& [name, root] : catalog.roots) {
        Target target{name, schema::root_path(index_dir, name), {}};
        if (root.whole)
            target.starts = {""};
        else
            target.starts = files_of(catalog, name);
        if (!target.starts.empty()) targets.list.push_back(std::move(target));
    }
    return targets;
}

}  // namespace morgue::indexer
