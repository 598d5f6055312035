#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include <base/lock.hpp>
#include <base/workers.hpp>
#include <indexer/leaders.hpp>
#include <indexer/shard_writer.hpp>
#include <schema/snapshot.hpp>

namespace morgue::indexer {

struct StoreOptions {
    std::size_t threads = 1;  ///< that analyse and invert
    ShardWriterOptions shard;
};

/// The write side of an index's layout: shards written once, a list of dead documents, and one
/// file, replaced by rename, that publishes both at once. Holds the index's lock.
/// Throws Xapian's exceptions and FileError: call behind schema::guarded().
class Store {
  public:
    /// Makes the index if there is none, and removes what interrupted runs left behind.
    /// Throws Error: index_locked, naming the other writer; io_error where it may not be written.
    static Store open(const std::string& dir, const StoreOptions& options = {});

    /// Begins an index without articles beside the one that is there, of which nothing is read but
    /// its names. What is published is seen by no reader until take_place().
    static Store begin_anew(const std::string& dir, const StoreOptions& options = {});

    const std::string& dir() const noexcept { return dir_; }
    /// What is published now. Documents pending are not in it.
    const schema::Snapshot& published() const noexcept { return snapshot_; }
    /// The threads that write; they may be given other work, too.
    base::Workers& workers() const noexcept { return *workers_; }

    /// That so many bytes of text, about, will be added before the run ends.
    void expect(std::uint64_t bytes) noexcept { to_come_ = bytes; }
    /// Adds an article to what publish() will publish; gives its number among the pending. Finds
    /// out whom it nearly repeats, unless that is told.
    std::uint32_t add(schema::StoredArticle article);
    /// Takes a published document, or a pending one, out of the index at the next publish().
    void supersede(const schema::Place& place);
    void supersede_pending(std::uint32_t number);
    /// What is held of those pending, to compare others with.
    std::size_t bytes_of_leaders() const noexcept { return leaders_.found().bytes(); }
    bool has_pending() const noexcept { return writer_ || !superseded_.empty(); }

    /// One rename makes all additions and removals visible at once; durable when it returns.
    void publish();
    /// Articles that the last publish() left out, once.
    std::vector<RefusedArticle> take_refused() { return std::exchange(refused_, {}); }
    /// Puts what was begun anew in the place of what was there.
    void take_place();
    /// Merges shards while a merge is due, publishing each.
    void merge_where_due(const std::stop_token& stop);
    /// Leaves one shard, and nothing dead. False when stopped: nothing has changed then.
    bool merge_all(const std::stop_token& stop);
    /// On the disk, of what is published.
    std::uint64_t bytes() const { return bytes_of(0, snapshot_.shards().size()); }

  private:
    Store(std::string dir, base::FileLock lock, schema::Snapshot snapshot,
          const StoreOptions& options);

    /// On the disk, of shards [begin, end).
    std::uint64_t bytes_of(std::size_t begin, std::size_t end) const;
    /// False when stopped: nothing has changed then. Throws Error(io_error), having changed
    /// nothing, where the disk has no room.
    bool merge(std::size_t begin, std::size_t end, const std::stop_token& stop);
    bool write_merged(std::size_t begin, std::size_t end, const std::stop_token& stop);
    /// Drops shards without a live document; Xapian wants one shard to stay.
    void leave_out_lifeless(schema::Generation& next, schema::DeadList& dead) const;
    void publish_pending();
    void switch_to(schema::Generation next, const schema::DeadList& dead);
    void show(const schema::Generation& next) const;
    template <typename Fn>
    decltype(auto) writing(Fn&& fn);
    ShardWriter& writer();
    void remove_unnamed() const;

    std::string dir_;
    base::FileLock lock_;
    schema::Snapshot snapshot_;
    StoreOptions options_;
    std::unique_ptr<base::Workers> workers_;
    std::string pending_name_;
    std::unique_ptr<ShardWriter> writer_;
    std::uint64_t to_come_ = ShardWriter::unknown;
    Leaders leaders_;
    std::vector<schema::Place> superseded_;
    std::vector<Xapian::docid> superseded_pending_;
    std::vector<RefusedArticle> refused_;
    bool beside_ = false;  ///< readers have another index in this folder
    bool broken_ = false;  ///< a write failed; Xapian has dropped what was pending
};

}  // namespace morgue::indexer
