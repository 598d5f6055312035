#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include <base/file.hpp>
#include <indexer/file_plan.hpp>
#include <indexer/packing/packing.hpp>

namespace morgue::indexer {

namespace {

/// Reasons that may have passed although the file looks the same.
bool worth_another_try(SkipReason reason) {
    return reason != SkipReason::empty && reason != SkipReason::binary &&
           reason != SkipReason::bad_encoding && reason != SkipReason::malformed;
}

bool looks_the_same(const FoundFile& found, const schema::FileState& state) {
    return found.size == state.size && found.mtime_ns == state.mtime_ns &&
           found.inode == state.inode;
}

bool need_not_open(const FoundFile& file, const schema::FileSummary& known) {
    // Articles of a file that has turned bad are kept until their removal is decided.
    const bool undecided = known.skipped && known.articles > 0 && !known.gone;
    if (known.gone && !known.skipped) return false;
    if (undecided || (known.skipped && worth_another_try(*known.skipped))) return false;
    return looks_the_same(file, known.state) && !known.racy;
}

class Planner {
  public:
    Planner(const Scan& scan, schema::FileCatalog& catalog, FilePlan& plan)
        : scan_(scan), catalog_(catalog), plan_(plan) {
        for (const Skip& skip : scan.found.skipped) skipped_.insert(skip.path);
    }

    void run() {
        for (const std::string& start : scan_.target.starts) {
            const schema::FileKey place{scan_.target.root, start};
            compare(catalog_.only(place), found_from(start), found_from(start + '\0'));
            // All that begins with the folder and a slash; the character after a slash is '0'.
            if (start.empty())
                compare(catalog_.below(place), scan_.found.files.begin(), scan_.found.files.end());
            else
                compare(catalog_.below(place), found_from(start + '/'), found_from(start + '0'));
        }
        for (const schema::FileKey& key : gone_) catalog_.erase(key);
        for (const Skip& skip : scan_.found.skipped) note_skip(skip);
    }

  private:
    FoundFiles::Iterator found_from(const std::string& path) const {
        return std::lower_bound(
            scan_.found.files.begin(), scan_.found.files.end(), path,
            [](const FoundFile& file, const std::string& wanted) { return file.path < wanted; });
    }

    /// Both in order, and of the same part of the root.
    void compare(schema::CatalogCursor known, FoundFiles::Iterator file, FoundFiles::Iterator end) {
        while (file != end || !known.at_end()) {
            const int order = known.at_end() ? -1
                              : file == end  ? 1
                                             : file->path.compare(known.file());
            if (order < 0) {
                read(*file++, {});
            } else if (order > 0) {
                settle_missing(known);
                known.next();
            } else {
                consider(*file++, known.summary());
                known.next();
            }
        }
    }

    void consider(const FoundFile& file, const schema::FileSummary& known) {
        if (!need_not_open(file, known))
            return read(file, {true, looks_the_same(file, known.state)});
        plan_.unchanged += known.articles;
        plan_.unchanged_files += known.articles == 0 ? 0 : 1;
    }

    struct Known {
        bool at_all = false;
        bool looks_same = false;
    };

    void read(const FoundFile& file, const Known& known) {
        plan_.to_read.push_back({&scan_.target, file, known.at_all, known.looks_same});
    }

    void settle_missing(const schema::CatalogCursor& known) {
        const schema::FileSummary summary = known.summary();
        if (summary.of_issue) settle_issue(known);
        if (summary.articles == 0) {
            if (!skipped_.contains(known.file())) gone_.push_back(known.file_key());
        } else if (summary.gone || is_below_dangling(known.file(), scan_.found)) {
            plan_.unchanged += summary.articles;
        } else {
            plan_.vanished.push_back(known.file_key());
        }
    }

    void settle_issue(const schema::CatalogCursor& known) {
        const schema::FileKey key = known.file_key();
        const std::string issue = known.entry().issue;
        if (issue != key.file)
            plan_.broken_issues.push_back({key.root, issue});
        else if (known.summary().articles == 0)
            plan_.gone_issues.push_back(key);
    }

    void note_skip(const Skip& skip) {
        const schema::FileKey key{scan_.target.root, skip.path};
        const auto known = catalog_.find(key);
        // A folder that cannot be listed now may stand where a file gave articles before.
        if (known && !known->articles.empty()) return;
        schema::CatalogEntry entry;
        entry.skipped = skip.reason;
        entry.detail = skip.detail;
        if (known == entry) return;
        if (!known || known->skipped != skip.reason) ++plan_.newly_skipped;
        catalog_.put(key, entry);
    }

    const Scan& scan_;
    schema::FileCatalog& catalog_;
    FilePlan& plan_;
    std::set<std::string, std::less<>> skipped_;  ///< by the scan
    std::vector<schema::FileKey> gone_;           ///< gave no article
};

/// What stays the same when a file is renamed.
using Traits = std::tuple<std::uint64_t, std::uint64_t, std::int64_t, std::string_view>;

}  // namespace

bool is_below_dangling(std::string_view path, const WalkResult& found) {
    const auto& links = found.dangling;
    for (; !links.empty() && !path.empty(); path = base::parent(path))
        if (std::find(links.begin(), links.end(), path) != links.end()) return true;
    return false;
}

bool may_come_back(SkipReason reason) {
    return reason == SkipReason::unreadable || reason == SkipReason::vanished ||
           reason == SkipReason::too_large || reason == SkipReason::reader_failed;
}

/// What a reader failed on is read again, even if it is as it was: the next one may not fail.
bool has_same_content(const schema::CatalogEntry& entry, const schema::FileState& state) {
    const bool same_time = entry.state.mtime_ns == state.mtime_ns;
    const bool was_read = !entry.skipped || (may_come_back(*entry.skipped) &&
                                             *entry.skipped != SkipReason::reader_failed);
    const bool gave = !entry.articles.empty() || (!entry.skipped && !entry.issue.empty());
    return !entry.gone && entry.state.content == state.content && was_read && gave &&
           (same_time || !entry.dated_by_mtime);
}

void plan_files(const Scan& scan, schema::FileCatalog& catalog, FilePlan& plan) {
    Planner(scan, catalog, plan).run();
}

void find_renames(const schema::FileCatalog& catalog, FilePlan& plan) {
    if (plan.vanished.empty()) return;
    std::map<Traits, schema::FileKey> gone;
    for (const schema::FileKey& key : plan.vanished)
        if (const auto known = catalog.summary_of(key); known && !known->of_issue)
            gone.try_emplace({known->state.inode, known->state.size, known->state.mtime_ns,
                              format_named(key.file)},
                             key);
    std::map<schema::FileKey, schema::FileKey> from_of;
    for (const FileToRead& file : plan.to_read) {
        if (file.is_known) continue;
        const FoundFile& found = file.found;
        // What stands in the names of its members is not stored: it is read again.
        if (holds_others(found.path)) continue;
        const auto match =
            gone.find({found.inode, found.size, found.mtime_ns, format_named(found.path)});
        if (match == gone.end()) continue;
        if (catalog.field_map_of(match->second) != catalog.field_map_of(file.key())) continue;
        from_of.emplace(file.key(), match->second);
        gone.erase(match);
    }
    std::set<schema::FileKey> old_keys;
    for (const auto& [to, from] : from_of) {
        plan.renamed.push_back({from, to});
        old_keys.insert(from);
    }
    if (from_of.empty()) return;
    std::erase_if(plan.vanished, [&](const auto& key) { return old_keys.contains(key); });
    std::erase_if(plan.to_read, [&](const auto& file) { return from_of.contains(file.key()); });
}

}  // namespace morgue::indexer
