#include <algorithm>
#include <span>
#include <utility>

#include <indexer/leader_table.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t first_slots = 1024;

std::span<const std::uint32_t> keys_of(const text::Sketch& sketch) {
    return std::span(sketch.hashes()).first(keys_a_leader);
}

}  // namespace

void LeaderTable::add(std::uint32_t docid, const text::Sketch& sketch) {
    const auto leader = static_cast<std::uint32_t>(leaders_.size());
    leaders_.push_back({docid, sketch});
    for (const std::uint32_t hash : keys_of(sketch))
        if (hash != text::Sketch::none) insert({hash, leader});
}

void LeaderTable::insert(const LeaderKey& key) {
    if (used_ * 4 >= slots_.size() * 3) grow();
    std::size_t same = 0;
    std::size_t at = key.hash & (slots_.size() - 1);
    for (; slots_[at].hash != text::Sketch::none; at = (at + 1) & (slots_.size() - 1))
        same += slots_[at].hash == key.hash ? 1 : 0;
    if (same >= most_with_a_key) return;
    slots_[at] = key;
    ++used_;
}

void LeaderTable::grow() {
    const std::size_t slots = std::max(first_slots, slots_.size() * 2);
    const std::vector<LeaderKey> old = std::exchange(slots_, std::vector<LeaderKey>(slots));
    used_ = 0;
    for (const LeaderKey& key : old)
        if (key.hash != text::Sketch::none) insert(key);
}

void LeaderTable::find(std::span<const std::uint32_t> hashes,
                       std::vector<std::uint32_t>& into) const {
    if (slots_.empty()) return;
    for (const std::uint32_t hash : hashes)
        for (std::size_t at = hash & (slots_.size() - 1); slots_[at].hash != text::Sketch::none;
             at = (at + 1) & (slots_.size() - 1))
            if (slots_[at].hash == hash) into.push_back(slots_[at].leader);
}

std::vector<LeaderKey> LeaderTable::keys() const {
    std::vector<LeaderKey> keys;
    keys.reserve(used_);
    std::copy_if(slots_.begin(), slots_.end(), std::back_inserter(keys),
                 [](const LeaderKey& key) { return key.hash != text::Sketch::none; });
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::size_t LeaderTable::bytes() const noexcept {
    return leaders_.size() * sizeof(Leader) + slots_.capacity() * sizeof(LeaderKey);
}

}  // namespace morgue::indexer
