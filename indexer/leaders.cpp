#include <base/file.hpp>
#include <indexer/leader_search.hpp>
#include <indexer/leaders.hpp>
#include <schema/term.hpp>

namespace morgue::indexer {

void Leaders::open(const std::string& dir, const schema::Snapshot& snapshot) {
    *this = {};
    const std::string shards = base::join(dir, schema::shards_name);
    for (const schema::Shard& shard : snapshot.shards())
        files_.push_back(LeaderFile::open(base::join(shards, shard.name)));
}

ArticleId Leaders::join(const ArticleId& id, const text::Sketch& sketch, std::uint32_t docid,
                        const schema::Snapshot& snapshot) {
    if (sketch.empty()) return id;
    if (!leads(id, snapshot)) {
        const std::optional<ArticleId> leader = most_like(sketch, snapshot);
        if (leader && *leader != id) return *leader;
    }
    lead(id, sketch, docid);
    return id;
}

void Leaders::lead(const ArticleId& id, const text::Sketch& sketch, std::uint32_t docid) {
    if (sketch.empty()) return;
    found_.add(docid, sketch);
    found_ids_.push_back(id);
}

std::optional<ArticleId> Leaders::most_like(const text::Sketch& sketch,
                                            const schema::Snapshot& snapshot) const {
    LeaderSearch search(sketch);
    for (std::size_t shard = 0; shard < files_.size(); ++shard)
        if (files_[shard])
            search.look_in(*files_[shard], [&](std::uint32_t, const Leader& leader) {
                return live_id({shard, leader.docid}, snapshot);
            });
    search.look_in(found_, [&](std::uint32_t number, const Leader&) {
        return std::optional(found_ids_[number]);
    });
    return search.best();
}

std::optional<ArticleId> Leaders::live_id(const schema::Place& place,
                                          const schema::Snapshot& snapshot) const {
    if (gone_.contains({place.shard, place.docid})) return std::nullopt;
    return live_leader(place, snapshot);
}

/// Whoever has led others goes on, as their documents name it.
bool Leaders::leads(const ArticleId& id, const schema::Snapshot& snapshot) const {
    return snapshot.database().term_exists(schema::leader_term(id));
}

std::optional<ArticleId> live_leader(const schema::Place& place, const schema::Snapshot& snapshot) {
    const schema::Shard& shard = snapshot.shards()[place.shard];
    const bool gone = place.docid == 0 || place.docid > shard.database.get_lastdocid() ||
                      schema::is_dead(*snapshot.dead(), shard.uuid, place.docid);
    if (gone) return std::nullopt;
    return snapshot.stored(place).indexed.id;
}

}  // namespace morgue::indexer
