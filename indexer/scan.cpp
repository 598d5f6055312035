#include <algorithm>
#include <map>

#include <base/file.hpp>
#include <indexer/scan.hpp>

namespace morgue::indexer {

namespace {

/// By name of the root, as targets are.
using Jobs = std::map<std::string, WalkJob>;

/// With the first target that follows links, all roots that do so are scanned.
void add_all_that_follow(const std::string& index_dir, const schema::FileCatalog& catalog,
                         Jobs& jobs) {
    for (const Target& known : known_targets(index_dir, catalog).list) {
        if (!catalog.roots.at(known.root).follows_links) continue;
        WalkJob& job = jobs[known.root];
        const std::vector<std::string> wanted = std::move(job.starts);
        job = {known.root_path, known.starts, true};
        for (const std::string& start : wanted)
            if (!known.covers(start)) job.starts.push_back(start);
    }
}

Jobs jobs_for(const std::string& index_dir, const schema::FileCatalog& catalog,
              const std::vector<Target>& targets) {
    Jobs jobs;
    bool any_follows = false;
    for (const Target& target : targets) {
        const bool follows = catalog.roots.at(target.root).follows_links;
        jobs[target.root] = {target.root_path, target.starts, follows};
        any_follows = any_follows || follows;
    }
    if (any_follows) add_all_that_follow(index_dir, catalog, jobs);
    return jobs;
}

Boundaries boundaries_of(const std::string& index_dir, const schema::FileCatalog& catalog) {
    Boundaries boundaries;
    std::vector<std::string> closed{base::canonical(index_dir)};
    std::vector<std::string> forgotten;
    for (const std::string& folder : catalog.forgotten)
        forgotten.push_back(schema::root_path(index_dir, folder));
    boundaries.not_by_link = {forgotten.begin(), forgotten.end()};
    boundaries.not_by_link.insert(closed.front());
    for (const auto& [name, root] : catalog.roots) {
        if (!root.whole) continue;
        closed.push_back(schema::root_path(index_dir, name));
        if (!root.follows_links) boundaries.not_by_link.insert(closed.back());
    }
    for (const Target& known : known_targets(index_dir, catalog).list)
        if (!catalog.roots.at(known.root).whole)
            for (const std::string& file : known.starts)
                boundaries.not_by_link.insert(base::join(known.root_path, file));
    boundaries.closed = identities_of(closed);
    boundaries.forgotten = identities_of(forgotten);
    return boundaries;
}

/// Only what lies within the target, which the walk may have gone beyond.
WalkResult narrowed(WalkResult found, const Target& target) {
    const auto outside = [&](const auto& item) { return !target.covers(item.path); };
    const auto not_covered = [&](const std::string& path) { return !target.covers(path); };
    found.files.erase_if(outside);
    std::erase_if(found.skipped, outside);
    std::erase_if(found.passed_over, outside);
    std::erase_if(found.missing, not_covered);
    std::erase_if(found.dangling, not_covered);
    return found;
}

}  // namespace

std::vector<Scan> scan_targets(const std::string& index_dir, const schema::FileCatalog& catalog,
                               const std::vector<Target>& targets, const WalkWatch& watch) {
    const Jobs jobs = jobs_for(index_dir, catalog, targets);
    std::vector<WalkJob> list;
    std::map<std::string, std::size_t> number_of;
    for (const auto& [root, job] : jobs) {
        number_of[root] = list.size();
        list.push_back(job);
    }
    std::vector<WalkResult> results = walk(list, boundaries_of(index_dir, catalog), watch);
    std::vector<Scan> scans;
    for (const Target& target : targets) {
        WalkResult& found = results[number_of.at(target.root)];
        const bool went_beyond = jobs.at(target.root).starts != target.starts;
        scans.push_back(
            {target, went_beyond ? narrowed(std::move(found), target) : std::move(found)});
    }
    return scans;
}

}  // namespace morgue::indexer
