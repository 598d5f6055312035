#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include <indexer/versions.hpp>

namespace morgue::indexer {

namespace {

struct Version {
    schema::FileKey file;
    std::int64_t number = 0;
    bool held = false;
    bool withdrawn = false;
};

template <class Visit>
void each_versioned_file(const schema::FileCatalog& catalog, Visit visit) {
    for (auto at = catalog.all(); !at.at_end(); at.next())
        if (at.summary().versioned) visit(at.file_key(), at.entry());
}

/// Of which there may be more than one version: only one article has the id that it claims.
std::set<ArticleId> items_with_versions(const schema::FileCatalog& catalog) {
    std::set<ArticleId> items;
    each_versioned_file(catalog, [&](const schema::FileKey&, const schema::CatalogEntry& entry) {
        for (const schema::CatalogArticle& article : entry.articles)
            if (article.version && article.id != article.claimed) items.insert(article.claimed);
        for (const schema::CatalogVersion& version : entry.versions) {
            items.insert(version.claimed);
            if (version.withdrawn && version.also) items.insert(*version.also);
        }
    });
    return items;
}

/// What takes back one of two items takes back the other: a sender has two names for it.
struct SameItem {
    ArticleId taken_back;
    ArticleId also;
};

/// Those of which one has versions; then the other counts among such items, too.
std::vector<SameItem> same_items(std::set<ArticleId>& wanted, const schema::FileCatalog& catalog) {
    std::vector<SameItem> same;
    const auto note = [&](const ArticleId& claimed, const std::optional<ArticleId>& also) {
        if (also && wanted.contains(*also)) same.push_back({*also, claimed});
    };
    if (wanted.empty()) return same;
    each_versioned_file(catalog, [&](const schema::FileKey&, const schema::CatalogEntry& entry) {
        for (const schema::CatalogArticle& article : entry.articles)
            note(article.claimed, article.also);
        for (const schema::CatalogVersion& version : entry.versions)
            if (version.withdrawn && version.also)
                same.push_back({version.claimed, *version.also});
            else
                note(version.claimed, version.also);
    });
    for (const SameItem& item : same) wanted.insert(item.also);
    return same;
}

using Items = std::map<ArticleId, std::vector<Version>>;

Items versions_of(const std::set<ArticleId>& wanted, const schema::FileCatalog& catalog) {
    Items items;
    if (wanted.empty()) return items;
    each_versioned_file(
        catalog, [&](const schema::FileKey& file, const schema::CatalogEntry& entry) {
            for (const schema::CatalogArticle& article : entry.articles)
                if (article.version && wanted.contains(article.claimed))
                    items[article.claimed].push_back({file, *article.version, true, false});
            for (const schema::CatalogVersion& version : entry.versions)
                items[version.claimed].push_back({file, version.version, false, version.withdrawn});
        });
    return items;
}

void take_back_the_same(Items& items, const std::vector<SameItem>& same) {
    for (const SameItem& item : same) {
        const std::vector<Version> known = items[item.taken_back];
        std::ranges::copy_if(known, std::back_inserter(items[item.also]), &Version::withdrawn);
    }
}

/// Of items that are taken back, the articles without a number, which their sender means, too.
void add_unnumbered(Items& items, const schema::FileCatalog& catalog, const HolderOf& holder_of) {
    std::set<schema::FileKey> files;
    std::set<ArticleId> withdrawn;
    for (const auto& [claimed, versions] : items) {
        if (std::ranges::none_of(versions, &Version::withdrawn)) continue;
        withdrawn.insert(claimed);
        if (auto file = holder_of(claimed)) files.insert(*std::move(file));
    }
    if (withdrawn.empty()) return;
    for (auto at = catalog.all(); !at.at_end(); at.next())
        if (at.summary().disputed) files.insert(at.file_key());
    for (const schema::FileKey& file : files)
        if (const auto entry = catalog.find(file))
            for (const schema::CatalogArticle& article : entry->articles)
                if (!article.version && withdrawn.contains(article.claimed))
                    items.at(article.claimed).push_back({file, 0, true, false});
}

/// The number that stays of an item; nothing where that is taken back.
std::optional<std::int64_t> number_to_hold(const std::vector<Version>& versions) {
    const std::int64_t newest = std::ranges::max_element(versions, {}, &Version::number)->number;
    const bool withdrawn = std::ranges::any_of(versions, [&](const Version& version) {
        return version.withdrawn && version.number == newest;
    });
    return withdrawn ? std::nullopt : std::optional(newest);
}

/// What has to change of one item.
void settle_item(const ArticleId& claimed, const std::vector<Version>& versions,
                 VersionChanges& changes) {
    const auto number = number_to_hold(versions);
    const auto due = [&](const Version& version) {
        return version.number == number && !version.withdrawn;
    };
    std::vector<schema::FileKey> newer;
    for (const Version& version : versions) {
        if (!due(version)) continue;
        (version.held ? newer : changes.read).push_back(version.file);
    }
    for (const Version& version : versions) {
        if (!version.held || due(version)) continue;
        Superseded& old = changes.leave_out.emplace_back(Superseded{version.file, claimed, {}});
        if (newer.empty()) continue;
        old.by = std::move(newer.back());
        newer.pop_back();
    }
}

}  // namespace

VersionChanges version_changes(const schema::FileCatalog& catalog, const HolderOf& holder_of) {
    VersionChanges changes;
    std::set<ArticleId> wanted = items_with_versions(catalog);
    const std::vector<SameItem> same = same_items(wanted, catalog);
    Items items = versions_of(wanted, catalog);
    take_back_the_same(items, same);
    add_unnumbered(items, catalog, holder_of);
    for (const auto& [claimed, versions] : items) settle_item(claimed, versions, changes);
    return changes;
}

VersionCounts count_versions(const schema::FileCatalog& catalog) {
    VersionCounts counts;
    each_versioned_file(catalog, [&](const schema::FileKey&, const schema::CatalogEntry& entry) {
        for (const schema::CatalogVersion& version : entry.versions)
            ++(version.withdrawn ? counts.withdrawn : counts.superseded);
    });
    return counts;
}

}  // namespace morgue::indexer
