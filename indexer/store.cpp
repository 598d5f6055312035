#include <algorithm>
#include <chrono>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>
#include <utility>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <base/hash.hpp>
#include <indexer/merge_plan.hpp>
#include <indexer/old_index.hpp>
#include <indexer/shard_merge.hpp>
#include <indexer/space.hpp>
#include <indexer/store.hpp>
#include <schema/generation.hpp>

namespace morgue::indexer {

namespace {

/// A reader that has just read the old stub must still find what it names.
constexpr std::time_t grace_seconds = 60;

std::string random_hex8() {
    std::random_device random;
    std::string bytes;
    for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<char>(random()));
    return base::to_hex(bytes);
}

std::string new_shard_name(std::uint64_t generation) {
    return std::to_string(generation) + "-" + random_hex8();
}

std::string shard_path(const std::string& dir, const std::string& name) {
    return base::join(base::join(dir, schema::shards_name), name);
}

/// All but the stub, which comes last: nothing is named before it is durable.
void put_parts(const std::string& dir, const schema::Generation& next,
               const schema::DeadList& dead) {
    base::sync_directory(base::join(dir, schema::shards_name));
    base::write_file_durably(base::join(dir, next.dead_file()), schema::encode(dead));
}

void put_stub(const std::string& dir, const schema::Generation& next) {
    base::write_file_durably(base::join(dir, schema::stub_name), schema::encode(next));
}

/// Xapian wants one shard, if one without documents.
schema::Generation put_first_shard(const std::string& dir, std::uint64_t number) {
    schema::Generation first{.number = number, .shards = {new_shard_name(number)}};
    base::Workers nobody(0);
    ShardWriter(shard_path(dir, first.shards.front()), nobody).finish();
    put_parts(dir, first, {});
    return first;
}

void create_index(const std::string& dir) {
    base::make_directories(base::join(dir, schema::shards_name));
    put_stub(dir, put_first_shard(dir, 1));
    base::sync_directory(base::canonical(dir + "/.."));
}

/// Who may not write there is told so, and not by the name of the file where it showed.
[[noreturn]] void refuse_writer(const std::string& dir, const base::FileError& error) {
    const auto& why = error.code();
    if (why == std::errc::permission_denied || why == std::errc::operation_not_permitted)
        throw Error(ErrorCode::io_error, "you may not write the index in " + dir, dir,
                    "ask the owner of the folder for the permission, or make an index of your "
                    "own: morgue -d DIR index PATH");
    if (why == std::errc::read_only_file_system)
        throw Error(ErrorCode::io_error, "the index in " + dir + " lies on a read-only disk", dir,
                    "make an index elsewhere: morgue -d DIR index PATH");
    throw error;
}

base::FileLock take_lock(const std::string& dir) try {
    base::make_directories(dir);
    const std::string path = base::join(dir, schema::lock_name);
    if (auto lock = base::FileLock::take(path)) return *std::move(lock);
    throw Error(ErrorCode::index_locked,
                "the index is being written by " + base::FileLock::holder(path), dir,
                "wait until it is done; searching works meanwhile");
} catch (const base::FileError& error) {
    refuse_writer(dir, error);
}

void inherit_modes(const std::string& dir) {
    for (const std::string& name : base::list_directory(dir))
        base::inherit_mode(base::join(dir, name));
}

/// Of a state that no stub names yet.
schema::Snapshot snapshot_of(const std::string& dir, const schema::Generation& generation) {
    auto snapshot = schema::Snapshot::reopen({{dir, schema::encode(generation)}});
    if (!snapshot)
        throw Error(ErrorCode::io_error, "cannot read what was just written to the index", dir,
                    "allow more open files (ulimit -n), and leave the index's folder alone");
    return *std::move(snapshot);
}

bool is_named(const schema::Generation& generation, const std::string& shard) {
    const auto& names = generation.shards;
    return std::find(names.begin(), names.end(), shard) != names.end();
}

bool is_dead_file(std::string_view name) {
    if (!name.starts_with("dead.") || name.size() == 5) return false;
    if (name.ends_with(".tmp")) name.remove_suffix(4);
    return std::all_of(name.begin() + 5, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void touch(const std::string& path) {
    ::utimensat(AT_FDCWD, path.c_str(), nullptr, AT_SYMLINK_NOFOLLOW);
}

bool is_old(const std::string& path) {
    struct stat facts {};
    return ::lstat(path.c_str(), &facts) == 0 &&
           std::time(nullptr) - facts.st_mtime > grace_seconds;
}

schema::DeadList dead_of(const schema::DeadList& dead, const std::vector<schema::Shard>& shards) {
    schema::DeadList kept;
    for (const schema::Shard& shard : shards)
        if (const auto found = dead.find(shard.uuid); found != dead.end()) kept.insert(*found);
    return kept;
}

void sort_once(std::vector<Xapian::docid>& docids) {
    std::sort(docids.begin(), docids.end());
    docids.erase(std::unique(docids.begin(), docids.end()), docids.end());
}

}  // namespace

Store Store::open(const std::string& dir, const StoreOptions& options) {
    base::FileLock lock = take_lock(dir);
    inherit_modes(dir);
    if (!base::read_file(base::join(dir, schema::stub_name))) create_index(dir);
    Store store(dir, std::move(lock), schema::Snapshot::open(dir), options);
    store.remove_unnamed();
    return store;
}

Store Store::begin_anew(const std::string& dir, const StoreOptions& options) {
    base::FileLock lock = take_lock(dir);
    inherit_modes(dir);
    base::make_directories(base::join(dir, schema::shards_name));
    const std::uint64_t number = find_generation(dir).generation.number + 1;
    Store store(dir, std::move(lock), snapshot_of(dir, put_first_shard(dir, number)), options);
    store.beside_ = true;
    return store;
}

Store::Store(std::string dir, base::FileLock lock, schema::Snapshot snapshot,
             const StoreOptions& options)
    : dir_(std::move(dir)),
      lock_(std::move(lock)),
      snapshot_(std::move(snapshot)),
      options_(options),
      workers_(std::make_unique<base::Workers>(options.threads)) {
    leaders_.open(dir_, snapshot_);
}

ShardWriter& Store::writer() {
    if (!writer_) {
        pending_name_ = new_shard_name(snapshot_.generation().number + 1);
        writer_ = std::make_unique<ShardWriter>(shard_path(dir_, pending_name_), *workers_,
                                                options_.shard);
    }
    return *writer_;
}

/// After a failed write Xapian has dropped what was pending, and going on would publish removals
/// without the additions that they belong to.
template <typename Fn>
decltype(auto) Store::writing(Fn&& fn) {
    if (broken_)
        throw Error(ErrorCode::io_error, "an earlier write to the index failed", dir_,
                    "open the index again; what was published before stands");
    try {
        return std::forward<Fn>(fn)();
    } catch (...) {
        broken_ = true;
        throw;
    }
}

std::uint32_t Store::add(schema::StoredArticle article) {
    return writing([&] {
        ShardWriter& shard = writer();
        const text::Sketch sketch =
            article.sketch ? *article.sketch : text::sketch_of(article.indexed.article.body);
        const ArticleId& id = article.indexed.id;
        const std::uint32_t number = shard.articles() + 1;
        // Compressed files hold more text than they have bytes.
        const std::size_t bytes = article.indexed.article.body.size();
        to_come_ = bytes < to_come_ ? to_come_ - bytes : ShardWriter::unknown;
        if (article.leader == ArticleId{})
            article.leader = leaders_.join(id, sketch, number, snapshot_);
        else if (article.leader == id)
            leaders_.lead(id, sketch, number);
        return shard.add(std::move(article), to_come_);
    });
}

void Store::supersede(const schema::Place& place) {
    superseded_.push_back(place);
    leaders_.leave_out(place);
}

void Store::supersede_pending(std::uint32_t number) {
    superseded_pending_.push_back(number);
}

void Store::publish() {
    if (has_pending()) writing([&] { publish_pending(); });
}

void Store::publish_pending() {
    schema::Generation next = snapshot_.generation();
    ++next.number;
    schema::DeadList dead = *snapshot_.dead();
    for (const schema::Place& place : superseded_)
        dead[snapshot_.shards()[place.shard].uuid].push_back(place.docid);
    if (writer_) {
        next.shards.push_back(pending_name_);
        const std::string uuid = writer_->finish(leaders_.found());
        refused_ = writer_->refused();
        for (const RefusedArticle& refused : refused_)
            superseded_pending_.push_back(refused.number);
        if (!superseded_pending_.empty()) dead[uuid] = superseded_pending_;
    }
    for (auto& [uuid, docids] : dead) sort_once(docids);
    leave_out_lifeless(next, dead);
    switch_to(std::move(next), dead);
}

void Store::leave_out_lifeless(schema::Generation& next, schema::DeadList& dead) const {
    for (const schema::Shard& shard : snapshot_.shards()) {
        const std::size_t dead_count = dead.contains(shard.uuid) ? dead[shard.uuid].size() : 0;
        if (next.shards.size() < 2 || dead_count < shard.database.get_doccount()) continue;
        std::erase(next.shards, shard.name);
        dead.erase(shard.uuid);
    }
}

void Store::switch_to(schema::Generation next, const schema::DeadList& dead) {
    put_parts(dir_, next, dead);
    if (!beside_) show(next);
    writer_.reset();
    superseded_.clear();
    superseded_pending_.clear();
    snapshot_ = beside_ ? snapshot_of(dir_, next) : schema::Snapshot::open(dir_);
    leaders_.open(dir_, snapshot_);
    if (!beside_) remove_unnamed();
}

void Store::take_place() {
    writing([&] { show(snapshot_.generation()); });
    beside_ = false;
}

/// The time of what is not named any more says since when: readers may still need it.
void Store::show(const schema::Generation& next) const {
    const schema::Generation now = find_generation(dir_).generation;
    for (const std::string& name : now.shards)
        if (!is_named(next, name)) touch(shard_path(dir_, name));
    touch(base::join(dir_, now.dead_file()));
    put_stub(dir_, next);
}

void Store::merge_where_due(const std::stop_token& stop) {
    for (;;) {
        std::vector<ShardLoad> loads;
        for (const schema::Shard& shard : snapshot_.shards()) {
            const auto dead = snapshot_.dead()->find(shard.uuid);
            const std::size_t dead_count =
                dead == snapshot_.dead()->end() ? 0 : dead->second.size();
            loads.push_back({shard.database.get_doccount() - dead_count, dead_count});
        }
        const auto range = next_merge(loads);
        if (!range) return;
        if (!merge(range->begin, range->end, stop)) return;
    }
}

bool Store::merge_all(const std::stop_token& stop) {
    const std::size_t shards = snapshot_.shards().size();
    return (shards == 1 && snapshot_.dead()->empty()) || merge(0, shards, stop);
}

bool Store::merge(std::size_t begin, std::size_t end, const std::stop_token& stop) {
    require_space(dir_, bytes_of(begin, end));
    return writing([&] { return write_merged(begin, end, stop); });
}

std::uint64_t Store::bytes_of(std::size_t begin, std::size_t end) const {
    std::uint64_t bytes = 0;
    for (std::size_t i = begin; i < end; ++i)
        bytes += base::bytes_below(shard_path(dir_, snapshot_.shards()[i].name));
    return bytes;
}

bool Store::write_merged(std::size_t begin, std::size_t end, const std::stop_token& stop) {
    const std::vector<schema::Shard>& shards = snapshot_.shards();
    schema::Generation next = snapshot_.generation();
    ++next.number;
    const std::string name = new_shard_name(next.number);
    std::vector<MergePart> parts;
    for (std::size_t i = begin; i < end; ++i) {
        const auto dead = snapshot_.dead()->find(shards[i].uuid);
        const bool has_dead = dead != snapshot_.dead()->end();
        parts.push_back({shard_path(dir_, shards[i].name), schema::languages_of(shards[i]),
                         has_dead ? dead->second : std::vector<Xapian::docid>{}});
    }
    if (!merge_shards(shard_path(dir_, name), parts, stop)) return false;
    const auto first = next.shards.begin();
    *(first + static_cast<std::ptrdiff_t>(begin)) = name;
    next.shards.erase(first + static_cast<std::ptrdiff_t>(begin) + 1,
                      first + static_cast<std::ptrdiff_t>(end));
    std::vector<schema::Shard> kept;
    for (std::size_t i = 0; i < shards.size(); ++i)
        if (i < begin || i >= end) kept.push_back(shards[i]);
    switch_to(std::move(next), dead_of(*snapshot_.dead(), kept));
    return true;
}

/// Only what Morgue itself names so: the folder may hold other people's files.
void Store::remove_unnamed() const {
    const schema::Generation& named = snapshot_.generation();
    const std::string shards = base::join(dir_, schema::shards_name);
    for (const std::string& name : base::list_directory(shards)) {
        const std::string path = base::join(shards, name);
        if (schema::is_shard_name(name) && !is_named(named, name) && is_old(path))
            base::remove_all(path);
    }
    for (const std::string& name : base::list_directory(dir_)) {
        const std::string path = base::join(dir_, name);
        if (is_dead_file(name) && name != named.dead_file() && is_old(path)) base::remove_all(path);
    }
}

}  // namespace morgue::indexer
