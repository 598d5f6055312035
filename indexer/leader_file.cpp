#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>
#include <glass/block_file.hpp>
#include <string_view>

#include <base/file.hpp>
#include <indexer/leader_file.hpp>

namespace morgue::indexer {

namespace {

// A head, the leaders in the order of their articles, then the keys in ascending order; numbers
// stand as in memory.
static_assert(std::endian::native == std::endian::little);

struct Head {
    char layout[8] = {'L', 'E', 'A', 'D', 'E', 'R', 'S', '1'};
    std::uint64_t leaders = 0;
    std::uint64_t keys = 0;
};

struct Record {
    std::uint32_t docid = 0;
    text::Sketch::Hashes hashes{};
};

static_assert(sizeof(Head) == 24 && sizeof(Record) == 196 && sizeof(LeaderKey) == 8);

template <typename T>
std::string_view bytes_of(const T& value) {
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

/// The number-th of values that stand one after the other.
template <typename T>
T value_at(std::string_view bytes, std::size_t number) {
    T value;
    std::memcpy(&value, bytes.data() + number * sizeof value, sizeof value);
    return value;
}

/// What becomes of the leaders of a part in a merge.
class PartInMerge {
  public:
    static constexpr std::uint32_t gone = 0xffffffff;

    PartInMerge(const LeadersOfPart& part, LeaderFile file)
        : part_(part), file_(std::move(file)), numbers_(file_.size(), gone) {}

    /// Gives those that stay their numbers, from `next` on.
    void number(std::uint32_t& next) {
        for (std::size_t i = 0; i < numbers_.size(); ++i) {
            const std::uint32_t docid = file_.at(i).docid;
            if (!std::binary_search(part_.dead.begin(), part_.dead.end(), docid))
                numbers_[i] = next++;
        }
        skip_gone();
    }

    void write_leaders(glass::BlockFile& out) const {
        for (std::size_t i = 0; i < numbers_.size(); ++i) {
            if (numbers_[i] == gone) continue;
            const Leader leader = file_.at(i);
            out.write(bytes_of(Record{docid_after(leader.docid), leader.sketch.hashes()}));
        }
    }

    bool at_end() const { return next_ == file_.key_count(); }
    LeaderKey key() const { return renumbered(file_.key(next_)); }
    void next() {
        ++next_;
        skip_gone();
    }

    std::size_t live_keys() const {
        std::size_t count = 0;
        for (std::size_t i = 0; i < file_.key_count(); ++i)
            count += renumbered(file_.key(i)).leader == gone ? 0 : 1;
        return count;
    }

  private:
    LeaderKey renumbered(LeaderKey key) const {
        key.leader = key.leader < numbers_.size() ? numbers_[key.leader] : gone;
        return key;
    }

    std::uint32_t docid_after(std::uint32_t docid) const {
        const auto dead = std::lower_bound(part_.dead.begin(), part_.dead.end(), docid);
        return docid - static_cast<std::uint32_t>(dead - part_.dead.begin()) + part_.before;
    }

    void skip_gone() {
        while (!at_end() && key().leader == gone) ++next_;
    }

    const LeadersOfPart& part_;
    LeaderFile file_;
    std::vector<std::uint32_t> numbers_;
    std::size_t next_ = 0;
};

void write_keys(glass::BlockFile& out, std::vector<PartInMerge>& parts) {
    const auto earlier = [](const PartInMerge& a, const PartInMerge& b) {
        if (a.at_end() || b.at_end()) return !a.at_end();
        return a.key() < b.key();
    };
    for (;;) {
        const auto first = std::min_element(parts.begin(), parts.end(), earlier);
        if (first == parts.end() || first->at_end()) return;
        out.write(bytes_of(first->key()));
        first->next();
    }
}

}  // namespace

std::optional<LeaderFile> LeaderFile::open(const std::string& part) {
    auto file = base::MappedFile::open(base::join(part, leaders_name));
    if (!file || file->bytes().size() < sizeof(Head)) return std::nullopt;
    const Head head = value_at<Head>(file->bytes(), 0);
    const std::size_t rest = file->bytes().size() - sizeof(Head);
    const bool whole = std::memcmp(head.layout, Head{}.layout, sizeof head.layout) == 0 &&
                       head.leaders <= rest / sizeof(Record) &&
                       head.keys == (rest - head.leaders * sizeof(Record)) / sizeof(LeaderKey);
    if (!whole) return std::nullopt;
    LeaderFile made(*std::move(file));
    made.count_ = head.leaders;
    made.key_count_ = head.keys;
    return made;
}

Leader LeaderFile::at(std::size_t leader) const {
    const auto record = value_at<Record>(file_.bytes().substr(sizeof(Head)), leader);
    return {record.docid, text::Sketch(record.hashes)};
}

std::string_view LeaderFile::keys() const {
    return file_.bytes().substr(sizeof(Head) + count_ * sizeof(Record));
}

LeaderKey LeaderFile::key(std::size_t number) const {
    return value_at<LeaderKey>(keys(), number);
}

/// Looks for all hashes side by side: each step of each waits for memory, and without branches
/// they wait together.
void LeaderFile::find(std::span<const std::uint32_t> hashes,
                      std::vector<std::uint32_t>& into) const {
    assert(hashes.size() <= keys_asked);
    if (key_count_ == 0) return;
    std::array<std::size_t, keys_asked> first{};
    for (std::size_t left = key_count_; left > 1; left -= left / 2)
        for (std::size_t i = 0; i < hashes.size(); ++i)
            first[i] += key(first[i] + left / 2 - 1).hash < hashes[i] ? left / 2 : 0;
    for (std::size_t i = 0; i < hashes.size(); ++i)
        add_leaders(hashes[i], first[i] + (key(first[i]).hash < hashes[i] ? 1 : 0), into);
}

void LeaderFile::add_leaders(std::uint32_t hash, std::size_t first,
                             std::vector<std::uint32_t>& into) const {
    const std::size_t end = std::min(key_count_, first + most_with_a_key);
    for (; first < end && key(first).hash == hash; ++first)
        if (key(first).leader < count_) into.push_back(key(first).leader);
}

void write_leaders(const std::string& part, const LeaderTable& leaders) {
    glass::BlockFile out(base::join(part, leaders_name));
    const std::vector<LeaderKey> keys = leaders.keys();
    out.write(bytes_of(Head{.leaders = leaders.size(), .keys = keys.size()}));
    for (std::size_t i = 0; i < leaders.size(); ++i)
        out.write(bytes_of(Record{leaders.at(i).docid, leaders.at(i).sketch.hashes()}));
    for (const LeaderKey& key : keys) out.write(bytes_of(key));
    out.close();
}

bool merge_leaders(const std::string& part, const std::vector<LeadersOfPart>& parts) {
    std::vector<PartInMerge> merged;
    for (const LeadersOfPart& old : parts)
        if (auto file = LeaderFile::open(old.path)) merged.emplace_back(old, *std::move(file));
    std::uint32_t leaders = 0;
    Head head;
    for (PartInMerge& old : merged) {
        old.number(leaders);
        head.keys += old.live_keys();
    }
    if (leaders == 0) return false;
    head.leaders = leaders;
    glass::BlockFile out(base::join(part, leaders_name));
    out.write(bytes_of(head));
    for (const PartInMerge& old : merged) old.write_leaders(out);
    write_keys(out, merged);
    out.close();
    return true;
}

}  // namespace morgue::indexer
