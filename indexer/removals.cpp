#include <algorithm>

#include <base/file.hpp>
#include <indexer/removals.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t harmless_articles = 50;
constexpr std::size_t harmless_share = 5;  // one in five

using Keys = std::vector<schema::FileKey>;

std::size_t articles_in(const schema::FileCatalog& catalog, const std::string& root) {
    std::size_t articles = 0;
    for (auto at = catalog.below({root, {}}); !at.at_end(); at.next())
        articles += at.summary().articles;
    return articles;
}

/// The decision for one root.
class Judge {
  public:
    Judge(const schema::FileCatalog& catalog, bool confirmed, RemovalDecision& decision)
        : catalog_(catalog), confirmed_(confirmed), decision_(decision) {}

    void decide(const Scan& scan, Keys keys) const {
        const std::size_t going = articles_of(keys);
        if (!scan.found.complete)
            return withhold(whole(scan), keys, "not every folder could be read", Remedy::readable);
        if (!confirmed_) withhold_missing(scan, keys);
        if (keys.empty()) return;
        const std::size_t held = confirmed_ ? 0 : articles_in(catalog_, scan.target.root);
        if (!confirmed_ && scan.found.files.empty()) {
            const bool folders_are_there = scan.found.missing.size() < scan.target.starts.size();
            if (folders_are_there)
                return withhold(whole(scan), keys, "it is empty", Remedy::confirm);
            if (going == held)
                return withhold(whole(scan), keys, "nothing of it is left", Remedy::confirm);
        }
        if (!confirmed_ && are_many(going, held))
            return withhold(whole(scan), keys,
                            std::to_string(going) + " of its " + std::to_string(held) +
                                " articles would be removed",
                            Remedy::confirm);
        decision_.allowed.insert(decision_.allowed.end(), keys.begin(), keys.end());
    }

  private:
    using Remedy = Withheld::Remedy;

    std::size_t articles_of(const Keys& keys) const {
        std::size_t articles = 0;
        for (const schema::FileKey& key : keys)
            if (const auto known = catalog_.summary_of(key)) articles += known->articles;
        return articles;
    }

    /// A folder that was asked for and is gone may be a disk. A file is just gone.
    void withhold_missing(const Scan& scan, Keys& keys) const {
        for (const std::string& missing : scan.found.missing) {
            if (catalog_.contains({scan.target.root, missing})) continue;
            const schema::FileKey folder{scan.target.root, missing};
            const auto kept = std::stable_partition(
                keys.begin(), keys.end(), [&](const auto& key) { return !is_below(key, folder); });
            withhold(base::join(scan.target.root_path, missing), {kept, keys.end()},
                     "it is missing", missing.empty() ? Remedy::forget : Remedy::confirm);
            keys.erase(kept, keys.end());
        }
    }

    static bool are_many(std::size_t going, std::size_t held) {
        return going > harmless_articles && going * harmless_share > held;
    }

    /// The folder that was asked for, where it was one.
    std::string whole(const Scan& scan) const {
        const auto& starts = scan.target.starts;
        const bool one_folder =
            starts.size() == 1 && !catalog_.contains({scan.target.root, starts.front()});
        return base::join(scan.target.root_path, one_folder ? starts.front() : "");
    }

    void withhold(std::string path, const Keys& keys, std::string why, Remedy remedy) const {
        if (const std::size_t articles = articles_of(keys); articles > 0)
            decision_.withheld.push_back({std::move(path), articles, std::move(why), remedy});
    }

    const schema::FileCatalog& catalog_;
    bool confirmed_;
    RemovalDecision& decision_;
};

}  // namespace

RemovalDecision decide_removals(const std::vector<Scan>& scans, const Keys& candidates,
                                const schema::FileCatalog& catalog, bool confirmed) {
    std::map<std::string, Keys> by_root;
    for (const schema::FileKey& key : candidates) by_root[key.root].push_back(key);
    RemovalDecision decision;
    const Judge judge(catalog, confirmed, decision);
    for (const Scan& scan : scans) {
        Keys keys = std::move(by_root[scan.target.root]);
        std::erase_if(keys, [&](const auto& key) { return !scan.target.covers(key.file); });
        judge.decide(scan, std::move(keys));
    }
    return decision;
}

}  // namespace morgue::indexer
