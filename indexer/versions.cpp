#include <algorithm>
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
        for (const schema::CatalogVersion& version : entry.versions) items.insert(version.claimed);
    });
    return items;
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
    Items items = versions_of(items_with_versions(catalog), catalog);
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
