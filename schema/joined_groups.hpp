#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::schema {

class Snapshot;

/// Articles of one index that are nearly the same. Ids are made of what is seen from an index, so
/// one alone names no group where several indexes are open.
struct GroupKey {
    std::size_t index = 0;
    std::string leader;  ///< the first bytes of its id

    friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
};

/// The group of a document of one of these indexes, by its values.
GroupKey group_key(std::size_t index, std::string_view leader_value, std::string_view order_value);

/// What the terms begin with that its leader has, and all others of the group.
std::array<std::string, 2> terms_of(const GroupKey& group);

/// Which groups of several indexes are one: those that hold the very same text. What is only nearly
/// the same is known within an index alone. A text that one index has in two groups, as it may have
/// short ones, joins none.
class JoinedGroups {
  public:
    /// Looks at every article where there is more than one index.
    explicit JoinedGroups(const Snapshot& snapshot);

    /// Of the groups that are one with this the first, by which all are known; itself where it is
    /// one with no other.
    const GroupKey& first(const GroupKey& group) const;
    /// All groups that are one with this, itself among them.
    std::vector<GroupKey> all(const GroupKey& group) const;
    bool empty() const noexcept { return first_.empty(); }

  private:
    void join(const GroupKey& one, const GroupKey& other);

    std::map<GroupKey, GroupKey> first_;                ///< of those that are joined
    std::map<GroupKey, std::vector<GroupKey>> joined_;  ///< by the first
};

}  // namespace morgue::schema
