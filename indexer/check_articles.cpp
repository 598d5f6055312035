#include <algorithm>

#include <base/bytes.hpp>
#include <base/file.hpp>
#include <base/hash.hpp>
#include <indexer/check_articles.hpp>

namespace morgue::indexer {

namespace {

/// The documents that are to be read, and have not been read yet, by number.
std::vector<bool> chosen_docids(const PartSalvage& part, const ArticleChoice& choice) {
    std::vector<bool> chosen(part.facts() ? part.facts()->last_docid + std::size_t{1} : 0);
    for (std::size_t docid = 1; docid < chosen.size(); docid += choice.every)
        chosen[docid] = !std::binary_search(choice.dead.begin(), choice.dead.end(), docid);
    return chosen;
}

std::set<std::uint32_t> those_in(const std::vector<bool>& docids) {
    std::set<std::uint32_t> set;
    for (std::size_t docid = 0; docid < docids.size(); ++docid)
        if (docids[docid]) set.insert(set.end(), static_cast<std::uint32_t>(docid));
    return set;
}

}  // namespace

std::uint64_t catalog_hash(const schema::FileKey& key, const ArticleId& id) {
    std::string bytes;
    base::put_string(bytes, key.root);
    base::put_string(bytes, key.file);
    base::put_raw(bytes, id.bytes);
    return base::hash64(bytes);
}

ArticleFindings check_articles(const std::string& folder, const PartSalvage& part,
                               const ArticleChoice& choice, const std::function<bool()>& go_on) {
    ArticleFindings findings;
    std::vector<bool> left = chosen_docids(part, choice);
    bool stopped = false;
    part.read_articles(
        [&](std::uint32_t docid) { return docid < left.size() && left[docid]; },
        [&](std::uint32_t docid, const std::optional<schema::StoredArticle>& stored) {
            if (stored) {
                left[docid] = false;
                ++findings.sound;
                const Location& location = stored->indexed.location;
                if (!location.file.empty())
                    findings.of_files.push_back(
                        catalog_hash({location.root, location.file}, stored->indexed.id));
            }
            stopped = !go_on();
            return !stopped;
        });
    if (!stopped)
        findings.damage = damaged_articles(base::join(folder, "docdata.glass"), part,
                                           those_in(left), "does not hold it as it was written");
    return findings;
}

std::vector<Damage> damaged_articles(const std::string& file, const PartSalvage& part,
                                     const std::set<std::uint32_t>& docids,
                                     const std::string& what) {
    const auto names = part.names_of(docids);
    std::vector<Damage> damage;
    for (const std::uint32_t docid : docids) {
        Damage found{file, what};
        if (const auto name = names.find(docid); name != names.end()) {
            found.article = name->second.id;
            found.article_file = name->second.file;
        }
        damage.push_back(std::move(found));
    }
    return damage;
}

}  // namespace morgue::indexer
