#include <algorithm>

#include <search/snapshot_pool.hpp>

namespace morgue::search {

SnapshotPool::SnapshotPool(std::vector<std::string> dirs) : dirs_(std::move(dirs)) {
    adopt(schema::Snapshot::open(dirs_));
}

void SnapshotPool::adopt(schema::Snapshot snapshot) {
    states_ = snapshot.states();
    free_.clear();
    free_.push_back(std::make_unique<const schema::Snapshot>(std::move(snapshot)));
}

const schema::Snapshot& SnapshotPool::borrow() {
    {
        std::unique_lock lock(mutex_);
        const auto mine = lent_.find(std::this_thread::get_id());
        if (mine != lent_.end()) {
            ++mine->second.loans;
            return *mine->second.snapshot;
        }
        if (gone_ || !free_.empty()) return hand_out(take_free(lock));
    }
    auto opened = schema::Snapshot::reopen(states_);
    std::unique_lock lock(mutex_);
    if (!opened) {
        gone_ = true;
        return hand_out(take_free(lock));
    }
    free_.reserve(opened_ + 1);
    ++opened_;
    return hand_out(std::make_unique<const schema::Snapshot>(std::move(*opened)));
}

const schema::Snapshot& SnapshotPool::hand_out(Owned snapshot) {
    return *lent_.emplace(std::this_thread::get_id(), Lent{std::move(snapshot)})
                .first->second.snapshot;
}

SnapshotPool::Owned SnapshotPool::take_free(std::unique_lock<std::mutex>& lock) {
    given_back_.wait(lock, [&] { return !free_.empty(); });
    Owned snapshot = std::move(free_.back());
    free_.pop_back();
    return snapshot;
}

void SnapshotPool::give_back() noexcept {
    {
        const std::lock_guard lock(mutex_);
        const auto mine = lent_.find(std::this_thread::get_id());
        if (--mine->second.loans > 0) return;
        free_.push_back(std::move(mine->second.snapshot));
        lent_.erase(mine);
    }
    given_back_.notify_one();
}

bool SnapshotPool::refresh() {
    const auto is_newest = [](const schema::IndexState& state) {
        return schema::read_stub(state.dir) == state.stub;
    };
    if (std::all_of(states_.begin(), states_.end(), is_newest)) return false;
    adopt(schema::Snapshot::open(dirs_));
    opened_ = 1;
    gone_ = false;
    return true;
}

}  // namespace morgue::search
