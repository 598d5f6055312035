#include <algorithm>

#include <indexer/version_keeper.hpp>

namespace morgue::indexer {

namespace {

/// It has a name by which its sender may speak of it.
bool may_be_version(const schema::StoredArticle& stored) {
    return !stored.indexed.article.key.empty();
}

}  // namespace

void VersionKeeper::note(const schema::FileKey& file,
                         const std::vector<schema::StoredArticle>& articles) {
    if (std::any_of(articles.begin(), articles.end(), may_be_version)) noted_.insert(file);
}

void VersionKeeper::settle(IngestReport& report,
                           const std::function<bool(const schema::FileKey&)>& read) {
    for (bool again = true; again;) {
        again = false;
        const VersionChanges due = version_changes(
            catalog_, [this](const ArticleId& id) { return changes_.holder_of(id); });
        for (const Superseded& old : due.leave_out) leave_out(old, report);
        // What else such a file gives may be superseded, and is left out in the next round.
        for (const schema::FileKey& file : due.read)
            if (called_.insert(file).second) again |= read(file);
    }
    changes_.publish();
    const VersionCounts counts = count_versions(catalog_);
    report.superseded = counts.superseded;
    report.withdrawn = counts.withdrawn;
}

/// What this run added is not there after all; what was there before it has changed where this run
/// added what takes its place, and else is gone.
void VersionKeeper::leave_out(const Superseded& old, IngestReport& report) {
    changes_.leave_out(old.file, old.claimed);
    if (noted_.contains(old.file)) {
        if (report.added > 0) --report.added;
    } else if (old.by && noted_.contains(*old.by) && report.added > 0) {
        --report.added;
        ++report.changed;
    } else {
        ++report.removed;
    }
}

}  // namespace morgue::indexer
