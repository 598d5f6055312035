#include <algorithm>
#include <map>
#include <set>
#include <string_view>
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
        for (const FoundFile& file : scan_.found.files)
            consider({scan_.target.root, std::string(file.path)}, file);
        for (const std::string& start : scan_.target.starts) settle_missing(start);
        for (const Skip& skip : scan_.found.skipped) note_skip(skip);
    }

  private:
    void consider(const schema::FileKey& key, const FoundFile& file) {
        const auto known = catalog_.files.find(key);
        const bool is_known = known != catalog_.files.end();
        if (is_known && need_not_open(file, known->second)) {
            plan_.unchanged += known->second.articles.size();
            plan_.unchanged_files += known->second.articles.empty() ? 0 : 1;
            return;
        }
        FileToRead to_read{key, base::join(scan_.target.root_path, file.path), file.size,
                           file.is_link, is_known && looks_the_same(file, known->second)};
        plan_.to_read.push_back(std::move(to_read));
    }

    static bool need_not_open(const FoundFile& file, const schema::CatalogEntry& entry) {
        // Articles of a file that has turned bad are kept until their removal is decided.
        const bool undecided = entry.skipped && !entry.articles.empty();
        if (undecided || (entry.skipped && worth_another_try(*entry.skipped))) return false;
        return looks_the_same(file, entry) && !entry.racy;
    }

    /// Known files at or below the start that the scan did not find.
    void settle_missing(const std::string& start) {
        const schema::FileKey place{scan_.target.root, start};
        if (const auto own = catalog_.files.find(place); own != catalog_.files.end()) settle(own);
        const schema::CatalogRange below = entries_below(catalog_, place);
        for (auto entry = below.first; entry != below.last;) settle(entry++);
    }

    void settle(std::map<schema::FileKey, schema::CatalogEntry>::iterator entry) {
        if (is_found(entry->first.file)) return;
        if (entry->second.articles.empty())
            catalog_.files.erase(entry);
        else if (is_below_dangling(entry->first.file))
            plan_.unchanged += entry->second.articles.size();
        else
            plan_.vanished.push_back(entry->first);
    }

    bool is_found(const std::string& path) const {
        const auto& files = scan_.found.files;
        const auto at = std::lower_bound(
            files.begin(), files.end(), path,
            [](const FoundFile& file, const std::string& wanted) { return file.path < wanted; });
        return at != files.end() && at->path == path;
    }

    /// What a link led to may come back with its disk.
    bool is_below_dangling(std::string_view path) const {
        const auto& links = scan_.found.dangling;
        for (; !links.empty() && !path.empty(); path = base::parent(path))
            if (std::find(links.begin(), links.end(), path) != links.end()) return true;
        return false;
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

bool may_come_back(SkipReason reason) {
    return reason == SkipReason::unreadable || reason == SkipReason::vanished ||
           reason == SkipReason::too_large;
}

bool has_same_content(const schema::CatalogEntry& entry, const schema::FileState& state) {
    const bool same_time = entry.state.mtime_ns == state.mtime_ns;
    const bool was_read = !entry.skipped || may_come_back(*entry.skipped);
    return entry.state.content == state.content && was_read && !entry.articles.empty() &&
           (same_time || !entry.dated_by_mtime);
}

void plan_files(const Scan& scan, schema::FileCatalog& catalog, FilePlan& plan) {
    Planner(scan, catalog, plan).run();
}

void find_renames(const std::vector<Scan>& scans, const schema::FileCatalog& catalog,
                  FilePlan& plan) {
    if (plan.vanished.empty()) return;
    std::map<Traits, schema::FileKey> gone;
    for (const schema::FileKey& key : plan.vanished) {
        const schema::FileState& state = catalog.files.at(key).state;
        gone.try_emplace({state.inode, state.size, state.mtime_ns, find_reader(key.file)}, key);
    }
    std::map<schema::FileKey, schema::FileKey> from_of;
    for (const Scan& scan : scans)
        for (const FoundFile& file : scan.found.files) {
            schema::FileKey key{scan.target.root, std::string(file.path)};
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
