#include <algorithm>
#include <unordered_set>

#include <schema/slot.hpp>
#include <schema/term.hpp>
#include <search/grouping.hpp>

namespace morgue::search {

namespace {

constexpr auto order_slot = static_cast<Xapian::valueno>(schema::Slot::order);
constexpr auto leader_slot = static_cast<Xapian::valueno>(schema::Slot::leader);
constexpr auto text_slot = static_cast<Xapian::valueno>(schema::Slot::text);
/// So much of an id tells it from all others of an index.
constexpr std::size_t key_bytes = 8;

}  // namespace

bool Grouping::needed() const {
    if (by_ == Group::near) return snapshot_.database().get_value_freq(leader_slot) > 0;
    return by_ == Group::exact;
}

std::vector<Xapian::doccount> Grouping::firsts(const Xapian::MSet& found) const {
    std::unordered_set<std::string> met;
    std::vector<Xapian::doccount> numbers;
    for (auto item = found.begin(); item != found.end(); ++item)
        if (met.insert(key(item.get_document())).second)
            numbers.push_back(item.get_rank() - found.get_firstitem());
    return numbers;
}

/// An article that leads has its own id in the order's end alone.
std::string Grouping::key(const Xapian::Document& document) const {
    if (by_ == Group::exact) return document.get_value(text_slot);
    const std::string leader = document.get_value(leader_slot);
    if (!leader.empty()) return leader.substr(0, key_bytes);
    const std::string order = document.get_value(order_slot);
    return order.substr(order.size() - std::min(order.size(), key_bytes));
}

std::optional<Xapian::Query> Grouping::group_of(const ArticleId& id,
                                                const Xapian::Document& document) const {
    if (by_ == Group::exact) {
        const std::string text = document.get_value(text_slot);
        return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, text_slot, text, text);
    }
    const ArticleId leader = snapshot_.leader(id, document);
    const std::string followers = schema::leader_term(leader);
    if (!snapshot_.database().term_exists(followers)) return std::nullopt;
    return Xapian::Query(followers) | Xapian::Query(schema::id_term(leader));
}

}  // namespace morgue::search
