#include <glass/pack.hpp>
#include <glass/table_salvage.hpp>
#include <glass/termlist.hpp>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <base/manifest.hpp>
#include <indexer/part_salvage.hpp>
#include <schema/term_reading.hpp>

namespace morgue::indexer {

namespace {

/// Nothing where the key is not that of a document as such.
std::optional<std::uint32_t> docid_of(std::string_view key) {
    const auto number = glass::take_sortable(key);
    if (!number || !key.empty() || *number > UINT32_MAX) return std::nullopt;
    return static_cast<std::uint32_t>(*number);
}

std::optional<schema::StoredArticle> decoded(std::optional<std::string_view> data) {
    if (!data) return std::nullopt;
    try {
        return schema::decode(*data);
    } catch (const Error&) {
        return std::nullopt;
    }
}

PartSalvage::Name name_in(std::string_view termlist) {
    PartSalvage::Name name;
    glass::for_each_term(termlist, [&](std::string_view term, std::uint32_t) {
        if (const auto id = schema::id_in(term)) name.id = id;
        // Folders have terms, too, which are shorter.
        if (const auto path = schema::path_in(term); path && path->size() > name.file.size())
            name.file = *path;
        return true;
    });
    return name;
}

std::optional<glass::VersionFacts> facts_in(const std::string& folder) {
    const auto version = base::read_file(base::join(folder, glass::version_file_name));
    const auto written = base::read_file(base::join(folder, base::manifest_name));
    if (!version || !written) return std::nullopt;
    const auto manifest = base::decode_manifest_head(
        std::string_view(*written).substr(0, base::max_manifest_head_bytes));
    if (!manifest) return std::nullopt;
    for (const base::ManifestHead::File& file : manifest->files)
        if (file.name == glass::version_file_name &&
            file.whole == base::checksums_of(*version).whole())
            return glass::read_version_file(*version);
    return std::nullopt;
}

}  // namespace

PartSalvage::PartSalvage(std::string folder)
    : folder_(std::move(folder)), facts_(facts_in(folder_)) {}

void PartSalvage::read_articles(const Wanted& wanted, const Take& take) const {
    glass::TableSalvage texts(base::join(folder_, "docdata.glass"));
    while (texts.next()) {
        const auto docid = docid_of(texts.key());
        if (docid && wanted(*docid) && !take(*docid, decoded(texts.tag()))) return;
    }
}

std::map<std::uint32_t, PartSalvage::Name> PartSalvage::names_of(
    const std::set<std::uint32_t>& docids) const {
    std::map<std::uint32_t, Name> names;
    if (docids.empty()) return names;
    glass::TableSalvage termlists(base::join(folder_, "termlist.glass"));
    while (termlists.next()) {
        const auto docid = docid_of(termlists.key());
        if (!docid || !docids.contains(*docid)) continue;
        if (const auto termlist = termlists.tag()) names[*docid] = name_in(*termlist);
    }
    return names;
}

}  // namespace morgue::indexer
