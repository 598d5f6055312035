#include <map>
#include <vector>

#include <base/file.hpp>
#include <indexer/leader_search.hpp>
#include <indexer/leaders.hpp>
#include <indexer/regroup.hpp>
#include <schema/term.hpp>
#include <schema/term_reading.hpp>

namespace morgue::indexer {

namespace {

/// Who follows whom, and from now on somebody else.
using NewLeaders = std::map<ArticleId, ArticleId>;

/// Goes through all leaders in their order; each joins one before it that leads still, or goes on.
class Joining {
  public:
    Joining(const Store& store, const std::stop_token& stop) : store_(store), stop_(stop) {
        const std::string shards = base::join(store.dir(), schema::shards_name);
        for (const schema::Shard& shard : store.published().shards()) {
            files_.push_back(LeaderFile::open(base::join(shards, shard.name)));
            follows_.emplace_back(files_.back() ? files_.back()->size() : 0);
        }
    }

    NewLeaders find() {
        NewLeaders found;
        for (std::size_t shard = 0; shard < files_.size(); ++shard)
            for (std::uint32_t number = 0; number < follows_[shard].size(); ++number) {
                if (stop_.stop_requested()) return {};
                const Leader leader = files_[shard]->at(number);
                const auto joined = earlier_like(leader, {shard, number});
                if (!joined) continue;
                const auto id = live_leader({shard, leader.docid}, store_.published());
                if (!id || *id == *joined) continue;
                follows_[shard][number] = true;
                found.emplace(*id, *joined);
            }
        return found;
    }

  private:
    using Number = std::pair<std::size_t, std::uint32_t>;

    std::optional<ArticleId> earlier_like(const Leader& leader, const Number& own) const {
        LeaderSearch search(leader.sketch);
        for (std::size_t shard = 0; shard <= own.first; ++shard)
            if (files_[shard])
                search.look_in(*files_[shard], [&](std::uint32_t number, const Leader& other) {
                    const bool may = Number{shard, number} < own && !follows_[shard][number];
                    return may ? live_leader({shard, other.docid}, store_.published())
                               : std::nullopt;
                });
        return search.best();
    }

    const Store& store_;
    const std::stop_token& stop_;
    std::vector<std::optional<LeaderFile>> files_;
    std::vector<std::vector<bool>> follows_;  ///< by shard and number
};

/// Of the articles that follow one that is gone, the one with the smallest id leads the others.
void add_orphans(const schema::Snapshot& snapshot, NewLeaders& found) {
    snapshot.for_each_term(std::string(schema::leader_prefix), [&](const std::string& term) {
        const auto gone = schema::leader_in(term);
        if (!gone || snapshot.find(*gone)) return true;
        std::optional<ArticleId> first;
        snapshot.for_each_live(term, [&](const schema::Place& place) {
            const ArticleId id = snapshot.stored(place).indexed.id;
            if (!first || id < *first) first = id;
            return true;
        });
        if (first) found.emplace(*gone, *first);
        return true;
    });
}

void add_again(Store& store, const schema::Place& place, const ArticleId& leader) {
    schema::StoredArticle stored = store.published().stored(place);
    stored.leader = leader;
    store.supersede(place);
    store.add(std::move(stored));
}

}  // namespace

bool regroup(Store& store, const std::stop_token& stop) {
    NewLeaders found = Joining(store, stop).find();
    if (stop.stop_requested()) return false;
    add_orphans(store.published(), found);
    for (const auto& [from, to] : found) {
        const auto add = [&, leader = to](const schema::Place& place) {
            add_again(store, place, leader);
            return true;
        };
        store.published().for_each_live(schema::leader_term(from), add);
        store.published().for_each_live(schema::id_term(from), add);
    }
    return true;
}

}  // namespace morgue::indexer
