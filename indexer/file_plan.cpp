#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <base/file.hpp>
#include <indexer/file_plan.hpp>
#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

namespace {

/// Reasons that may have passed although the file looks the same.
bool worth_another_try(SkipReason reason) {
    return reason != SkipReason::empty && reason != SkipReason::binary &&
           reason != SkipReason::bad_encoding && reason != SkipReason::malformed;
}

bool looks_the_same(const FoundFile& found, const schema::CatalogEntry& entry) {
    return found.size == entry.state.size && found.mtime_ns == entry.state.mtime_ns &&
           found.inode == entry.state.inode;
}

class Planner {
  public:
    Planner(const Scan& scan, schema::FileCatalog& catalog, FilePlan& plan)
        : scan_(scan), catalog_(catalog), plan_(plan) {}

    void run() {
        std::set<schema::FileKey> found;
        for (const FoundFile& file : scan_.found.files) {
            schema::FileKey key{scan_.target.root, file.path};
            consider(key, file);
            found.insert(std::move(key));
        }
        settle_missing(found);
        for (const Skip& skip : scan_.found.skipped) note_skip(skip);
    }

  private:
    void consider(const schema::FileKey& key, const FoundFile& file) {
        const auto known = catalog_.files.find(key);
        if (known != catalog_.files.end() && need_not_open(file, known->second))
            plan_.unchanged += known->second.articles.size();
        else
            plan_.to_read.push_back({key, base::join(scan_.target.root_path, file.path)});
    }

    static bool need_not_open(const FoundFile& file, const schema::CatalogEntry& entry) {
        // Articles of a file that has turned bad are kept until their removal is decided.
        const bool undecided = entry.skipped && !entry.articles.empty();
        if (undecided || (entry.skipped && worth_another_try(*entry.skipped))) return false;
        return looks_the_same(file, entry) && !entry.racy;
    }

    /// Known files below the target that the scan did not find.
    void settle_missing(const std::set<schema::FileKey>& found) {
        const schema::FileKey start = scan_.target.key();
        for (auto entry = catalog_.files.lower_bound(start);
             entry != catalog_.files.end() && entry->first.root == start.root &&
             entry->first.file.starts_with(start.file);) {
            const bool missing =
                schema::is_below(entry->first, start) && !found.contains(entry->first);
            if (missing && entry->second.articles.empty()) {
                entry = catalog_.files.erase(entry);
                continue;
            }
            if (missing) plan_.vanished.push_back(entry->first);
            ++entry;
        }
    }

    void note_skip(const Skip& skip) {
        schema::CatalogEntry entry;
        entry.skipped = skip.reason;
        entry.detail = skip.detail;
        // A folder that cannot be listed now may stand where a file gave articles before.
        catalog_.files.try_emplace({scan_.target.root, skip.path}, std::move(entry));
    }

    const Scan& scan_;
    schema::FileCatalog& catalog_;
    FilePlan& plan_;
};

/// What stays the same when a file is renamed.
using Traits = std::tuple<std::uint64_t, std::uint64_t, std::int64_t, const Reader*>;

}  // namespace

void plan_files(const Scan& scan, schema::FileCatalog& catalog, FilePlan& plan) {
    Planner(scan, catalog, plan).run();
}

void find_renames(const std::vector<Scan>& scans, const schema::FileCatalog& catalog,
                  FilePlan& plan) {
    std::map<Traits, schema::FileKey> gone;
    for (const schema::FileKey& key : plan.vanished) {
        const schema::FileState& state = catalog.files.at(key).state;
        gone.try_emplace({state.inode, state.size, state.mtime_ns, find_reader(key.file)}, key);
    }
    std::map<schema::FileKey, schema::FileKey> from_of;
    for (const Scan& scan : scans)
        for (const FoundFile& file : scan.found.files) {
            schema::FileKey key{scan.target.root, file.path};
            const auto match =
                gone.find({file.inode, file.size, file.mtime_ns, find_reader(file.path)});
            if (match == gone.end() || catalog.files.contains(key)) continue;
            from_of.emplace(std::move(key), match->second);
            gone.erase(match);
        }
    std::set<schema::FileKey> old_keys;
    for (const auto& [to, from] : from_of) {
        plan.renamed.push_back({from, to});
        old_keys.insert(from);
    }
    std::erase_if(plan.vanished, [&](const auto& key) { return old_keys.contains(key); });
    std::erase_if(plan.to_read, [&](const auto& file) { return from_of.contains(file.key); });
}

}  // namespace morgue::indexer
