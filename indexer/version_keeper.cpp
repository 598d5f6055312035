#include <algorithm>

#include <indexer/version_keeper.hpp>

namespace morgue::indexer {

namespace {

bool is_version(const schema::StoredArticle& stored) {
    return schema::version_of(stored.indexed.article).has_value();
}

}  // namespace

void VersionKeeper::note(const schema::FileKey& file,
                         const std::vector<schema::StoredArticle>& articles) {
    if (std::any_of(articles.begin(), articles.end(), is_version)) noted_.insert(file);
}

void VersionKeeper::settle(IngestReport& report,
                           const std::function<bool(const schema::FileKey&)>& read) {
    for (bool again = true; again;) {
        again = false;
        const VersionChanges due = version_changes(catalog_);
        for (const auto& [file, claimed] : due.leave_out) leave_out(file, claimed, report);
        // What else such a file gives may be superseded, and is left out in the next round.
        for (const schema::FileKey& file : due.read)
            if (called_.insert(file).second) again |= read(file);
    }
    changes_.publish();
    const VersionCounts counts = count_versions(catalog_);
    report.superseded = counts.superseded;
    report.withdrawn = counts.withdrawn;
}

/// What this run added is not there after all; what was there before it has changed, or was taken
/// back.
void VersionKeeper::leave_out(const schema::FileKey& file, const ArticleId& claimed,
                              IngestReport& report) {
    changes_.leave_out(file, claimed);
    const bool was_there = !noted_.contains(file);
    const bool has_another = report.added > 0;
    if (has_another) --report.added;
    if (was_there) ++(has_another ? report.changed : report.removed);
}

}  // namespace morgue::indexer
