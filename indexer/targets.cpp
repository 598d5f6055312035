#include <algorithm>
#include <sys/stat.h>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <indexer/targets.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

namespace {

struct Root {
    std::string name;
    std::string path;
};

const Root* innermost(const std::vector<Root>& roots, const std::string& path) {
    const Root* found = nullptr;
    for (const Root& root : roots)
        if (base::is_within(path, root.path) &&
            (found == nullptr || root.path.size() > found->path.size()))
            found = &root;
    return found;
}

std::string below(const Root& root, const std::string& path) {
    return path == root.path ? std::string() : base::relative(path, root.path);
}

/// A file that no root holds makes its folder a root, of which only the file is looked at.
Root new_root(const std::string& index_dir, const std::string& given, const std::string& path) {
    struct stat facts {};
    if (::lstat(path.c_str(), &facts) != 0)
        throw Error(ErrorCode::bad_argument, "there is no " + given, given,
                    "name a folder of articles");
    const std::string folder = S_ISDIR(facts.st_mode) ? path : base::canonical(path + "/..");
    return {schema::root_name(index_dir, folder), folder};
}

bool covers(const Target& outer, const Target& inner) {
    return outer.root == inner.root &&
           (outer.start.empty() || base::is_within(inner.start, outer.start));
}

void add_target(std::vector<Target>& targets, Target target) {
    const auto covered = [&](const Target& other) { return covers(other, target); };
    if (std::any_of(targets.begin(), targets.end(), covered)) return;
    std::erase_if(targets, [&](const Target& other) { return covers(target, other); });
    targets.push_back(std::move(target));
}

}  // namespace

std::vector<Target> resolve_targets(const std::string& index_dir,
                                    const std::vector<std::string>& known_roots,
                                    const std::vector<std::string>& paths) {
    std::vector<Root> roots;
    for (const std::string& name : known_roots)
        roots.push_back({name, schema::root_path(index_dir, name)});
    std::vector<Target> targets;
    for (const std::string& given : paths) {
        const std::string path = base::canonical(given);
        if (innermost(roots, path) == nullptr) roots.push_back(new_root(index_dir, given, path));
        const Root& root = *innermost(roots, path);
        add_target(targets, {root.name, root.path, below(root, path)});
        for (const Root& inner : roots)
            if (inner.path != path && base::is_within(inner.path, path))
                add_target(targets, {inner.name, inner.path, {}});
    }
    return targets;
}

}  // namespace morgue::indexer
