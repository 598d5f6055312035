#include <algorithm>
#include <charconv>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <indexer/catalog_state.hpp>
#include <indexer/old_index.hpp>

namespace morgue::indexer {

namespace {

constexpr std::string_view dead_prefix = "dead.";

/// Of "7-9c2f41d0" and, without its beginning, of "dead.7".
std::uint64_t number_of(std::string_view name) {
    if (name.starts_with(dead_prefix)) name.remove_prefix(dead_prefix.size());
    std::uint64_t number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    return number;
}

schema::Generation all_that_is_there(const std::string& dir) {
    schema::Generation found;
    for (const std::string& name : base::list_directory(base::join(dir, schema::shards_name)))
        if (schema::is_shard_name(name)) found.shards.push_back(name);
    std::sort(found.shards.begin(), found.shards.end(),
              [](const auto& a, const auto& b) { return number_of(a) < number_of(b); });
    if (!found.shards.empty()) found.number = number_of(found.shards.back());
    for (const std::string& name : base::list_directory(dir))
        if (name.starts_with(dead_prefix)) found.number = std::max(found.number, number_of(name));
    return found;
}

bool is_live(const std::vector<Xapian::docid>& dead, std::uint32_t docid) {
    return !std::binary_search(dead.begin(), dead.end(), docid);
}

}  // namespace

FoundGeneration find_generation(const std::string& dir) {
    const std::string stub = schema::read_stub(dir);
    try {
        return {schema::decode_generation(stub, base::join(dir, schema::stub_name))};
    } catch (const Error& error) {
        if (error.code() == ErrorCode::index_too_new) throw;
        return {all_that_is_there(dir), true};
    }
}

OldIndex::OldIndex(const std::string& dir) : dir_(dir) {
    FoundGeneration found = find_generation(dir);
    generation_ = std::move(found.generation);
    if (found.is_damaged)
        notes_.push_back({"parts-lost",
                          "the index's list of parts is damaged; all parts that are "
                          "there were taken for its own"});
    for (auto name = generation_.shards.rbegin(); name != generation_.shards.rend(); ++name)
        parts_.push_back(
            {PartSalvage(base::join(base::join(dir, schema::shards_name), *name)), {}});
    read_dead_list();
}

void OldIndex::read_dead_list() {
    const std::string path = base::join(dir_, generation_.dead_file());
    bool is_known = std::all_of(parts_.begin(), parts_.end(),
                                [](const Part& part) { return part.salvage.facts().has_value(); });
    try {
        schema::DeadList dead =
            schema::decode_dead_list(base::read_file(path).value_or(std::string()), path);
        for (Part& part : parts_)
            if (part.salvage.facts())
                part.dead = dead[glass::to_string(part.salvage.facts()->uuid)];
    } catch (const Error&) {
        is_known = false;
    }
    if (!is_known)
        notes_.push_back({"removals-lost",
                          "which articles were removed is not known of the whole "
                          "index; of those that are no files, some may be back"});
}

schema::FileCatalog OldIndex::catalog() {
    const auto each = [this](const std::function<void(const schema::StoredArticle&)>& fn) {
        for_each_article([&](const schema::StoredArticle& stored) {
            fn(stored);
            return true;
        });
    };
    return load_catalog({dir_, generation_.number, each}, CatalogUse::look, notes_);
}

void OldIndex::for_each_article(const std::function<bool(schema::StoredArticle)>& fn) const {
    bool more = true;
    for (const Part& part : parts_)
        part.salvage.read_articles(
            [&](std::uint32_t docid) { return more && is_live(part.dead, docid); },
            [&](std::uint32_t, std::optional<schema::StoredArticle> stored) {
                if (stored) more = fn(*std::move(stored));
                return more;
            });
}

std::vector<PartSalvage::Name> OldIndex::lost_articles() const {
    std::vector<PartSalvage::Name> lost;
    for (const Part& part : parts_) {
        if (!part.salvage.facts()) continue;
        std::set<std::uint32_t> missing;
        for (std::uint32_t docid = 1; docid <= part.salvage.facts()->last_docid; ++docid)
            if (is_live(part.dead, docid)) missing.insert(missing.end(), docid);
        part.salvage.read_articles(
            [&](std::uint32_t docid) { return missing.contains(docid); },
            [&](std::uint32_t docid, const std::optional<schema::StoredArticle>& stored) {
                if (stored) missing.erase(docid);
                return true;
            });
        const auto names = part.salvage.names_of(missing);
        for (const std::uint32_t docid : missing) {
            const auto name = names.find(docid);
            lost.push_back(name == names.end() ? PartSalvage::Name{} : name->second);
        }
    }
    return lost;
}

}  // namespace morgue::indexer
