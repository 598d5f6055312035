#include <memory>
#include <set>

#include <schema/slot.hpp>
#include <search/grouping.hpp>

namespace morgue::search {

namespace {

constexpr auto order_slot = static_cast<Xapian::valueno>(schema::Slot::order);
constexpr auto leader_slot = static_cast<Xapian::valueno>(schema::Slot::leader);
constexpr auto text_slot = static_cast<Xapian::valueno>(schema::Slot::text);

std::size_t count(const schema::DocumentList& documents) {
    std::size_t count = 0;
    for (const auto& [uuid, docids] : documents) count += docids.size();
    return count;
}

}  // namespace

bool Grouping::needed() const {
    if (by_ == Group::near)
        return snapshot_.database().get_value_freq(leader_slot) > 0 ||
               !snapshot_.joined_groups().empty();
    return by_ == Group::exact;
}

std::vector<Xapian::doccount> Grouping::firsts(const Xapian::MSet& found) const {
    std::set<schema::GroupKey> met;
    std::vector<Xapian::doccount> numbers;
    for (auto item = found.begin(); item != found.end(); ++item)
        if (met.insert(key(item)).second)
            numbers.push_back(item.get_rank() - found.get_firstitem());
    return numbers;
}

schema::GroupKey Grouping::key(const Xapian::MSetIterator& found) const {
    const Xapian::Document document = found.get_document();
    if (by_ == Group::exact) return {0, document.get_value(text_slot)};
    const std::size_t index = snapshot_.shards()[snapshot_.place(*found).shard].index;
    return snapshot_.joined_groups().first(
        schema::group_key(index, document.get_value(leader_slot), document.get_value(order_slot)));
}

std::optional<Xapian::Query> Grouping::group_of(const schema::Place& place) const {
    if (by_ == Group::exact) {
        const std::string text =
            snapshot_.shards()[place.shard].database.get_document(place.docid).get_value(text_slot);
        return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, text_slot, text, text);
    }
    const auto members =
        std::make_shared<const schema::DocumentList>(snapshot_.members(snapshot_.group(place)));
    if (count(*members) < 2) return std::nullopt;
    schema::ListedPostings postings(members);
    return Xapian::Query(&postings);
}

}  // namespace morgue::search
