#include <algorithm>
#include <tuple>

#include <base/hash.hpp>
#include <schema/joined_groups.hpp>
#include <schema/slot.hpp>
#include <schema/snapshot.hpp>
#include <schema/term.hpp>

namespace morgue::schema {

namespace {

/// So much of an id tells it from all others of an index.
constexpr std::size_t key_bytes = 8;

/// A text and a group that has it.
struct TextHeld {
    std::string text;  ///< its value
    GroupKey group;

    friend auto operator<=>(const TextHeld&, const TextHeld&) = default;
};

/// One slot of a shard, read in the order of its documents.
class ValueReader {
  public:
    ValueReader(const Xapian::Database& shard, Slot slot)
        : at_(shard.valuestream_begin(static_cast<Xapian::valueno>(slot))),
          end_(shard.valuestream_end(static_cast<Xapian::valueno>(slot))) {}

    /// Empty for none. Documents are asked for in ascending order.
    std::string of(Xapian::docid docid) {
        if (at_ != end_ && at_.get_docid() < docid) at_.skip_to(docid);
        return at_ != end_ && at_.get_docid() == docid ? *at_ : std::string();
    }

  private:
    Xapian::ValueIterator at_;
    Xapian::ValueIterator end_;
};

void append_texts(std::vector<TextHeld>& texts, const Shard& shard, const DeadList& dead) {
    const std::string no_text = text_value({});
    ValueReader leaders(shard.database, Slot::leader);
    ValueReader orders(shard.database, Slot::order);
    const auto slot = static_cast<Xapian::valueno>(Slot::text);
    const auto end = shard.database.valuestream_end(slot);
    for (auto text = shard.database.valuestream_begin(slot); text != end; ++text) {
        const Xapian::docid docid = text.get_docid();
        if (*text != no_text && !is_dead(dead, shard.uuid, docid))
            texts.push_back({*text, group_key(shard.index, leaders.of(docid), orders.of(docid))});
    }
}

/// The texts of all live articles, those that are the same side by side.
std::vector<TextHeld> texts_of(const Snapshot& snapshot) {
    std::vector<TextHeld> texts;
    for (const Shard& shard : snapshot.shards()) append_texts(texts, shard, *snapshot.dead());
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    return texts;
}

bool same_text(const TextHeld& left, const TextHeld& right) {
    return left.text == right.text;
}

bool same_index(const TextHeld& left, const TextHeld& right) {
    return left.group.index == right.group.index;
}

}  // namespace

GroupKey group_key(std::size_t index, std::string_view leader_value, std::string_view order_value) {
    if (!leader_value.empty()) return {index, std::string(leader_value.substr(0, key_bytes))};
    return {index, std::string(order_value.substr(order_value.size() -
                                                  std::min(order_value.size(), key_bytes)))};
}

std::array<std::string, 2> terms_of(const GroupKey& group) {
    const std::string digits = base::to_hex(group.leader);
    return {id_beginning(digits), std::string(leader_prefix) + digits};
}

JoinedGroups::JoinedGroups(const Snapshot& snapshot) {
    if (snapshot.states().size() < 2) return;
    const std::vector<TextHeld> texts = texts_of(snapshot);
    for (auto begin = texts.begin(); begin != texts.end();) {
        const auto end = std::find_if_not(
            begin, texts.end(), [&](const TextHeld& other) { return same_text(*begin, other); });
        if (std::adjacent_find(begin, end, same_index) == end)
            for (auto other = begin + 1; other != end; ++other) join(begin->group, other->group);
        begin = end;
    }
}

void JoinedGroups::join(const GroupKey& one, const GroupKey& other) {
    const auto [into, from] = std::minmax(first(one), first(other));
    if (into == from) return;
    std::vector<GroupKey> moved = all(from);
    for (const GroupKey& group : moved) first_.insert_or_assign(group, into);
    first_.emplace(into, into);
    std::vector<GroupKey>& groups = joined_.try_emplace(into, 1, into).first->second;
    groups.insert(groups.end(), moved.begin(), moved.end());
    joined_.erase(from);
}

const GroupKey& JoinedGroups::first(const GroupKey& group) const {
    const auto known = first_.find(group);
    return known == first_.end() ? group : known->second;
}

std::vector<GroupKey> JoinedGroups::all(const GroupKey& group) const {
    const auto known = joined_.find(first(group));
    return known == joined_.end() ? std::vector{group} : known->second;
}

}  // namespace morgue::schema
