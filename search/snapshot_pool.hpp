#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include <schema/snapshot.hpp>

namespace morgue::search {

/// Snapshots of one state of some indexes, opened separately, each lent to one thread at a time:
/// Xapian's objects count references without atomics.
class SnapshotPool {
  public:
    /// Gives its snapshot back when it ends. Stays in its thread.
    class Loan {
      public:
        explicit Loan(SnapshotPool& pool) : pool_(pool), snapshot_(pool.borrow()) {}
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        ~Loan() { pool_.give_back(); }

        const schema::Snapshot& operator*() const noexcept { return snapshot_; }

      private:
        SnapshotPool& pool_;
        const schema::Snapshot& snapshot_;
    };

    /// Throws as Searcher::open does.
    explicit SnapshotPool(std::vector<std::string> dirs);

    /// The snapshot that this thread has borrowed already, else one that is free, else a new one.
    /// When the state has been superseded and its files are gone, none can be opened any more:
    /// then this waits until one is given back.
    Loan lend() { return Loan(*this); }
    /// Moves on to the newest state; false when this is it. None may be lent meanwhile.
    bool refresh();

    const std::vector<std::string>& dirs() const noexcept { return dirs_; }

  private:
    using Owned = std::unique_ptr<const schema::Snapshot>;
    struct Lent {
        Owned snapshot;
        std::size_t loans = 1;  ///< of one thread, one within the other
    };

    const schema::Snapshot& borrow();
    void give_back() noexcept;
    const schema::Snapshot& hand_out(Owned snapshot);
    Owned take_free(std::unique_lock<std::mutex>& lock);

    void adopt(schema::Snapshot snapshot);

    std::vector<std::string> dirs_;
    std::vector<schema::IndexState> states_;
    std::mutex mutex_;
    std::condition_variable given_back_;
    std::vector<Owned> free_;
    std::unordered_map<std::thread::id, Lent> lent_;
    std::size_t opened_ = 1;  ///< free_ has room for all of them
    bool gone_ = false;       ///< no more snapshots of this state can be opened
};

}  // namespace morgue::search
