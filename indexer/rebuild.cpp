#include <algorithm>
#include <optional>
#include <utility>

#include <indexer/file_plan.hpp>
#include <indexer/rebuild.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t most_lost_told = 10;

std::string name_of(const PartSalvage::Name& lost) {
    if (!lost.id) return lost.file.empty() ? "one without a name" : lost.file;
    return lost.id->to_string() + (lost.file.empty() ? "" : " (" + lost.file + ")");
}

const Scan* scan_of(const std::string& root, const std::vector<Scan>& scans) {
    const auto found = std::find_if(scans.begin(), scans.end(),
                                    [&](const Scan& scan) { return scan.target.root == root; });
    return found == scans.end() ? nullptr : &*found;
}

/// Whether the file gives articles now, or may again.
bool is_settled(const std::optional<schema::FileSummary>& now) {
    return now && (now->articles > 0 || (now->skipped && may_come_back(*now->skipped)));
}

}  // namespace

schema::FileCatalog Rebuild::begin(schema::FileCatalog old, const std::string& dir) {
    known_ = std::move(old);
    schema::FileCatalog now = known_;
    now.forget_files();
    now.spill_into(dir);
    return now;
}

void Rebuild::take_articles_of_no_file(ArticleChanges& changes) {
    old_.for_each_article([&](schema::StoredArticle stored) {
        if (stored.indexed.location.file.empty() && taken_.insert(stored.indexed.id).second)
            changes.take_over(std::move(stored));
        return !stop_.stop_requested();
    });
}

std::vector<schema::FileKey> Rebuild::vanished(const std::vector<Scan>& scans,
                                               const schema::FileCatalog& now) const {
    std::vector<schema::FileKey> keys;
    for (auto at = known_.all(); !at.at_end(); at.next()) {
        const schema::FileSummary known = at.summary();
        if (known.articles == 0 || known.gone || is_settled(now.summary_of(at.file_key())))
            continue;
        const Scan* const scan = scan_of(std::string(at.root()), scans);
        if (scan == nullptr || !is_below_dangling(at.file(), scan->found))
            keys.push_back(at.file_key());
    }
    return keys;
}

void Rebuild::take_articles_of_files(const std::vector<schema::FileKey>& removed,
                                     const schema::FileCatalog& now, ArticleChanges& changes) {
    std::set<schema::FileKey> left;
    for (auto at = known_.all(); !at.at_end(); at.next()) {
        const auto read = now.summary_of(at.file_key());
        if (at.summary().articles > 0 && !(read && read->articles > 0)) left.insert(at.file_key());
    }
    for (const schema::FileKey& key : removed) left.erase(key);
    if (left.empty()) return;
    old_.for_each_article([&](schema::StoredArticle stored) {
        const Location& location = stored.indexed.location;
        if (left.contains({location.root, location.file}) &&
            taken_.insert(stored.indexed.id).second)
            changes.take_over(std::move(stored));
        return !stop_.stop_requested();
    });
}

std::vector<Note> Rebuild::notes(const schema::Snapshot& now) const {
    std::vector<Note> notes = old_.notes();
    if (!taken_.empty())
        notes.push_back({"taken-over", std::to_string(taken_.size()) +
                                           " articles that no file gives now were taken over as "
                                           "they were stored"});
    std::vector<PartSalvage::Name> lost = old_.lost_articles();
    std::erase_if(lost, [&](const auto& name) { return name.id && now.find(*name.id); });
    if (lost.empty()) return notes;
    std::string names;
    for (std::size_t i = 0; i < std::min(lost.size(), most_lost_told); ++i)
        names += (i == 0 ? ": " : ", ") + name_of(lost[i]);
    const std::string more = lost.size() > most_lost_told ? ", and others" : "";
    notes.push_back({"articles-lost", std::to_string(lost.size()) +
                                          " articles of the old index cannot be read and are in "
                                          "no file" +
                                          names + more});
    return notes;
}

}  // namespace morgue::indexer
