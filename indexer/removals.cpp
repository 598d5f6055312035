#include <algorithm>

#include <base/file.hpp>
#include <indexer/removals.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t harmless_articles = 50;
constexpr std::size_t harmless_share = 5;  // one in five

using Counts = std::map<std::string, std::size_t>;

Counts articles_by_root(const schema::FileCatalog& catalog) {
    Counts counts;
    for (const auto& [key, entry] : catalog.files) counts[key.root] += entry.articles.size();
    return counts;
}

Counts candidates_by_root(const std::vector<schema::FileKey>& candidates,
                          const schema::FileCatalog& catalog) {
    Counts counts;
    for (const schema::FileKey& key : candidates)
        counts[key.root] += catalog.files.at(key).articles.size();
    return counts;
}

/// The reason why so many of a root's articles may not go unasked; empty when they may.
std::string reason_against_many(std::size_t going, std::size_t held) {
    if (going <= harmless_articles || going * harmless_share <= held) return {};
    return std::to_string(going) + " of its " + std::to_string(held) + " articles would be removed";
}

std::string reason_against(const Scan& scan, bool confirmed) {
    if (!scan.found.complete) return "not every folder could be read";
    if (confirmed) return {};
    if (scan.missing) return "it is missing";
    if (scan.found.files.empty()) return "it is empty";
    return {};
}

void withhold(RemovalDecision& decision, const Scan& scan, std::size_t articles, std::string why) {
    if (articles == 0) return;
    const std::string path = base::join(scan.target.root_path, scan.target.start);
    decision.withheld.push_back({path, articles, std::move(why), scan.found.complete});
}

}  // namespace

RemovalDecision decide_removals(const std::vector<Scan>& scans,
                                const std::vector<schema::FileKey>& candidates,
                                const schema::FileCatalog& catalog, bool confirmed) {
    Counts held = articles_by_root(catalog);
    Counts going = candidates_by_root(candidates, catalog);
    RemovalDecision decision;
    for (const Scan& scan : scans) {
        std::vector<schema::FileKey> keys;
        std::size_t articles = 0;
        for (const schema::FileKey& key : candidates) {
            if (!schema::is_below(key, scan.target.key())) continue;
            keys.push_back(key);
            articles += catalog.files.at(key).articles.size();
        }
        std::string why = reason_against(scan, confirmed);
        if (why.empty() && !confirmed)
            why = reason_against_many(going[scan.target.root], held[scan.target.root]);
        if (why.empty())
            decision.allowed.insert(decision.allowed.end(), keys.begin(), keys.end());
        else
            withhold(decision, scan, articles, std::move(why));
    }
    return decision;
}

}  // namespace morgue::indexer
