#include <algorithm>
#include <map>
#include <set>
#include <sys/stat.h>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <schema/hints.hpp>
#include <schema/index_format.hpp>
#include <schema/snapshot.hpp>
#include <schema/term.hpp>
#include <schema/xapian_door.hpp>

namespace morgue::schema {

namespace {

/// A link might lead out of the index's folder.
void refuse_link(const std::string& path) {
    struct stat facts {};
    if (::lstat(path.c_str(), &facts) == 0 && !S_ISDIR(facts.st_mode))
        throw Error(ErrorCode::index_refused, "part of the index is not a folder: " + path, path,
                    "an index of Morgue never has links in it; build it anew from its articles");
}

/// Xapian would wait for ever on a FIFO, and read a device without end.
void refuse_odd_files(const std::string& path) {
    for (const std::string& name : base::list_directory(path)) {
        struct stat facts {};
        const std::string file = base::join(path, name);
        if (::lstat(file.c_str(), &facts) == 0 && !S_ISREG(facts.st_mode))
            throw Error(ErrorCode::index_refused, "part of the index is not a file: " + file, file,
                        "an index of Morgue holds plain files only; build it anew");
    }
}

/// Opened as glass and nothing else.
Shard open_shard(const std::string& dir, const std::string& name) {
    const std::string folder = base::join(dir, shards_name);
    const std::string path = base::join(folder, name);
    refuse_link(folder);
    refuse_link(path);
    refuse_odd_files(path);
    Xapian::Database database(path, Xapian::DB_BACKEND_GLASS);
    std::string uuid = database.get_uuid();
    return {name, std::move(uuid), std::move(database)};
}

std::shared_ptr<const DeadList> read_dead_list(const std::string& dir,
                                               const Generation& generation) {
    const std::string path = base::join(dir, generation.dead_file());
    const auto bytes = base::read_file(path);
    if (!bytes)
        throw Error(ErrorCode::index_corrupt, "the list of removed articles is missing", path,
                    restore_hint);
    return std::make_shared<const DeadList>(decode_dead_list(*bytes, path));
}

/// Each dead document must be one of ours, once, or the counts of live ones go wrong.
void check_dead(const DeadList& dead, const std::vector<Shard>& shards, const std::string& path) {
    std::map<std::string, Xapian::docid> last_docids;
    for (const Shard& shard : shards)
        if (!last_docids.emplace(shard.uuid, shard.database.get_lastdocid()).second)
            throw Error(ErrorCode::index_corrupt, "the index names one of its parts twice", path,
                        restore_hint);
    for (const auto& [uuid, docids] : dead) {
        const auto shard = last_docids.find(uuid);
        if (shard == last_docids.end() || (!docids.empty() && docids.back() > shard->second))
            throw Error(ErrorCode::index_corrupt,
                        "the list of removed articles does not belong to the index", path,
                        restore_hint);
    }
}

std::vector<const text::Language*> languages_of(const std::vector<Shard>& shards) {
    std::set<std::string> codes{"en"};
    for (const Shard& shard : shards)
        for (std::string& code : schema::languages_of(shard)) codes.insert(std::move(code));
    std::vector<const text::Language*> languages;
    for (const std::string& code : codes)
        if (const text::Language* language = text::find_language(code))
            languages.push_back(language);
    return languages;
}

/// How many of the documents have the term.
std::size_t count_among(const Xapian::Database& database, const std::string& term,
                        const std::vector<Xapian::docid>& docids) {
    std::size_t count = 0;
    auto posting = database.postlist_begin(term);
    for (const Xapian::docid docid : docids) {
        if (posting == database.postlist_end(term)) break;
        posting.skip_to(docid);
        count += posting != database.postlist_end(term) && *posting == docid ? 1 : 0;
    }
    return count;
}

}  // namespace

std::vector<std::string> languages_of(const Shard& shard) {
    const std::string described = shard.database.get_metadata(std::string(description_key));
    return decode_description(described, shard.name).languages;
}

Snapshot Snapshot::open(const std::string& dir) {
    // The writer may publish between the reading of the stub and the opening of what it names, and
    // a later run removes what the stub no longer names: then the stub has changed, and is read
    // again. When it has not, what it names is really missing or broken.
    for (;;) {
        const std::string stub = read_stub(dir);
        try {
            return open_stub(dir, stub);
        } catch (...) {
            if (read_stub(dir) == stub) rethrow_as_error(dir);
        }
    }
}

std::optional<Snapshot> Snapshot::reopen(const std::string& dir, const std::string& stub) {
    try {
        return open_stub(dir, stub);
    } catch (...) {
        if (read_stub(dir) == stub) rethrow_as_error(dir);
        return std::nullopt;
    }
}

Snapshot Snapshot::open_stub(const std::string& dir, std::string stub) {
    Snapshot snapshot;
    snapshot.generation_ = decode_generation(stub, base::join(dir, stub_name));
    snapshot.stub_ = std::move(stub);
    snapshot.dead_ = read_dead_list(dir, snapshot.generation_);
    for (const std::string& name : snapshot.generation_.shards) {
        snapshot.shards_.push_back(open_shard(dir, name));
        snapshot.all_.add_database(snapshot.shards_.back().database);
    }
    check_dead(*snapshot.dead_, snapshot.shards_, dir);
    snapshot.languages_ = languages_of(snapshot.shards_);
    return snapshot;
}

Xapian::Query Snapshot::live(const Xapian::Query& query) const {
    if (dead_->empty()) return query;
    DeadPostings postings(dead_);
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
    return decode(shards_[place.shard].database.get_document(place.docid).get_data());
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

std::optional<Place> Snapshot::find(const ArticleId& id) const {
    std::optional<Place> found;
    for_each_live(id_term(id), [&](const Place& place) {
        found = place;
        return false;
    });
    return found;
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
