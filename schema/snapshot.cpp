#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <utility>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <schema/lost_table.hpp>
#include <schema/snapshot.hpp>
#include <schema/term.hpp>
#include <schema/term_reading.hpp>

namespace morgue::schema {

namespace {

std::vector<const text::Language*> languages_with(const std::set<std::string>& codes) {
    std::vector<const text::Language*> languages;
    for (const std::string& code : codes)
        if (const text::Language* language = text::find_language(code))
            languages.push_back(language);
    return languages;
}

/// How many of the documents have the term: looks up whichever are fewer in the other.
std::size_t count_among(const Xapian::Database& database, const std::string& term,
                        const std::vector<Xapian::docid>& docids) {
    std::size_t count = 0;
    auto posting = database.postlist_begin(term);
    const auto end = database.postlist_end(term);
    if (database.get_termfreq(term) < docids.size()) {
        for (; posting != end; ++posting)
            count += std::binary_search(docids.begin(), docids.end(), *posting) ? 1 : 0;
        return count;
    }
    for (const Xapian::docid docid : docids) {
        if (posting == end) break;
        posting.skip_to(docid);
        count += posting != end && *posting == docid ? 1 : 0;
    }
    return count;
}

/// Every document that has a term with this beginning.
void append_all(std::vector<Xapian::docid>& docids, const Xapian::Database& database,
                const std::string& beginning) {
    const auto terms_end = database.allterms_end(beginning);
    for (auto term = database.allterms_begin(beginning); term != terms_end; ++term)
        docids.insert(docids.end(), database.postlist_begin(*term), database.postlist_end(*term));
}

/// The same shard twice would answer twice, and its dead could not be told apart.
void check_different(const std::vector<Shard>& shards, const std::vector<IndexState>& states) {
    std::map<std::string, const Shard*> known;
    for (const Shard& shard : shards) {
        const auto [twin, is_new] = known.emplace(shard.uuid, &shard);
        if (is_new) continue;
        const std::string& dir = states[shard.index].dir;
        throw Error(ErrorCode::bad_argument,
                    "two of the indexes are the same, or one is a copy of the other: " +
                        states[twin->second->index].dir + " and " + dir,
                    dir, "name one of them only");
    }
}

[[noreturn]] void refuse_textless(const std::string& dir, const std::string& shard,
                                  Xapian::docid docid) {
    refuse_lost({dir, base::join(base::join(dir, shards_name), shard), "docdata"},
                [&](const Xapian::Database& again) {
                    return !again.get_document(docid).get_data().empty();
                });
}

}  // namespace

Snapshot::Snapshot(std::vector<OpenState> opened) {
    if (opened.empty())
        throw Error(ErrorCode::bad_argument, "no index was named", {}, "name one or more");
    DeadList dead;
    std::set<std::string> languages{"en"};
    for (OpenState& one : opened) {
        for (Shard& shard : one.shards) {
            all_.add_database(shard.database);
            shard.index = states_.size();
            shards_.push_back(std::move(shard));
        }
        dead.merge(one.dead);
        languages.merge(one.languages);
        states_.push_back(std::move(one.state));
        generations_.push_back(std::move(one.generation));
    }
    check_different(shards_, states_);
    dead_ = std::make_shared<const DeadList>(std::move(dead));
    languages_ = languages_with(languages);
}

Snapshot Snapshot::open(const std::string& dir) {
    return open(std::vector<std::string>{dir});
}

Snapshot Snapshot::open(const std::vector<std::string>& dirs) {
    std::vector<OpenState> opened;
    for (const std::string& dir : dirs) opened.push_back(open_newest(dir));
    return Snapshot(std::move(opened));
}

std::optional<Snapshot> Snapshot::reopen(const std::vector<IndexState>& states) {
    std::vector<OpenState> opened;
    for (const IndexState& state : states) {
        auto one = open_state(state);
        if (!one) return std::nullopt;
        opened.push_back(*std::move(one));
    }
    return Snapshot(std::move(opened));
}

const Shard& Snapshot::shard(const std::string& uuid) const {
    const auto found = std::ranges::find(shards_, uuid, &Shard::uuid);
    assert(found != shards_.end());
    return *found;
}

Xapian::Query Snapshot::live(const Xapian::Query& query) const {
    if (dead_->empty()) return query;
    ListedPostings postings(dead_);
    return {Xapian::Query::OP_AND_NOT, query, Xapian::Query(&postings)};
}

std::size_t Snapshot::live_count() const {
    std::size_t count = all_.get_doccount();
    for (const auto& [uuid, docids] : *dead_) count -= docids.size();
    return count;
}

std::size_t Snapshot::live_count(const std::string& term) const {
    std::size_t count = 0;
    for (const Shard& shard : shards_) {
        count += shard.database.get_termfreq(term);
        const auto dead = dead_->find(shard.uuid);
        if (dead != dead_->end()) count -= count_among(shard.database, term, dead->second);
    }
    return count;
}

Place Snapshot::place(Xapian::docid docid) const {
    const auto count = static_cast<Xapian::docid>(shards_.size());
    return {(docid - 1) % count, (docid - 1) / count + 1};
}

StoredArticle Snapshot::stored(const Place& place) const {
    const Shard& shard = shards_[place.shard];
    const auto data = shard.articles ? shard.articles->find(place.docid) : std::nullopt;
    if (!data || data->empty()) refuse_textless(states_[shard.index].dir, shard.name, place.docid);
    StoredArticle stored = decode(*data);
    stored.indexed.index = shard.index;
    return stored;
}

void Snapshot::for_each_live(const std::string& term,
                             const std::function<bool(const Place&)>& fn) const {
    for (std::size_t shard = 0; shard < shards_.size(); ++shard) {
        const Xapian::Database& database = shards_[shard].database;
        for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term);
             ++posting)
            if (!is_dead(*dead_, shards_[shard].uuid, *posting) && !fn({shard, *posting})) return;
    }
}

void Snapshot::for_each_live_value(Slot slot,
                                   const std::function<void(const std::string& value)>& fn) const {
    const auto number = static_cast<Xapian::valueno>(slot);
    for (const Shard& shard : shards_) {
        const auto dead = dead_->find(shard.uuid);
        const auto end = shard.database.valuestream_end(number);
        for (auto value = shard.database.valuestream_begin(number); value != end; ++value)
            if (dead == dead_->end() ||
                !std::binary_search(dead->second.begin(), dead->second.end(), value.get_docid()))
                fn(*value);
    }
}

std::optional<Place> Snapshot::find(const ArticleId& id) const {
    std::optional<Place> found;
    for_each_live(id_term(id), [&](const Place& place) {
        found = place;
        return false;
    });
    return found;
}

std::optional<Place> Snapshot::find(const ArticleId& id, std::size_t index) const {
    std::optional<Place> found;
    for_each_live(id_term(id), [&](const Place& place) {
        if (shards_[place.shard].index == index) found = place;
        return !found;
    });
    return found;
}

GroupKey Snapshot::group(const Place& place) const {
    return group_key(shards_[place.shard].index, value(place, Slot::leader),
                     value(place, Slot::order));
}

ArticleId Snapshot::leader(const ArticleId& id, const Place& place) const {
    const ArticleId own = id_of_value(value(place, Slot::leader)).value_or(id);
    if (joined_groups().empty()) return own;
    const GroupKey group = this->group(place);
    const GroupKey& first = joined_groups().first(group);
    return first == group ? own : leader(first).value_or(own);
}

std::string Snapshot::value(const Place& place, Slot slot) const {
    return shards_[place.shard]
        .database.get_document(place.docid)
        .get_value(static_cast<Xapian::valueno>(slot));
}

std::optional<ArticleId> Snapshot::leader(const GroupKey& group) const {
    std::optional<ArticleId> id;
    for (const std::string& beginning : terms_of(group))
        for_each_term(beginning, [&](const std::string& term) {
            id = term.starts_with(leader_prefix) ? leader_in(term) : id_in(term);
            return false;
        });
    return id;
}

DocumentList Snapshot::members(const GroupKey& group) const {
    DocumentList members;
    for (const GroupKey& one : joined_groups().all(group))
        for (const Shard& shard : shards_) {
            if (shard.index != one.index) continue;
            std::vector<Xapian::docid>& docids = members[shard.uuid];
            for (const std::string& beginning : terms_of(one))
                append_all(docids, shard.database, beginning);
        }
    for (auto& [uuid, docids] : members) std::sort(docids.begin(), docids.end());
    return members;
}

const JoinedGroups& Snapshot::joined_groups() const {
    if (!joined_groups_) joined_groups_.emplace(*this);
    return *joined_groups_;
}

std::vector<ArticleId> Snapshot::ids_beginning(std::string_view digits, std::size_t limit) const {
    std::vector<ArticleId> ids;
    for_each_term(id_beginning(digits), [&](const std::string& term) {
        bool live = false;
        for_each_live(term, [&](const Place& place) {
            ids.push_back(stored(place).indexed.id);
            live = true;
            return false;
        });
        return !live || ids.size() < limit;
    });
    return ids;
}

void Snapshot::for_each_term(const std::string& beginning,
                             const std::function<bool(const std::string&)>& fn) const {
    for (auto term = all_.allterms_begin(beginning); term != all_.allterms_end(beginning); ++term)
        if (!fn(*term)) return;
}

}  // namespace morgue::schema
