#include <schema/slot.hpp>
#include <schema/term.hpp>
#include <search/in_b2.hpp>
#include <search/ranking.hpp>

namespace morgue::search {

namespace {

constexpr auto order_slot = static_cast<Xapian::valueno>(schema::Slot::order);
constexpr auto title_slot = static_cast<Xapian::valueno>(schema::Slot::title);
/// More than any title: articles without one come last.
constexpr const char* no_title = "\xff";

class OldestFirst final : public Xapian::KeyMaker {
  public:
    std::string operator()(const Xapian::Document& document) const override {
        return schema::oldest_first(document.get_value(order_slot));
    }
};

std::unique_ptr<Xapian::KeyMaker> by_title() {
    auto keys = std::make_unique<Xapian::MultiValueKeyMaker>();
    keys->add_value(title_slot, false, no_title);
    keys->add_value(order_slot);
    return keys;
}

std::unique_ptr<Xapian::KeyMaker> keys_of(Sort sort) {
    if (sort == Sort::oldest) return std::make_unique<OldestFirst>();
    if (sort == Sort::title) return by_title();
    return nullptr;
}

/// Copies of one article would have it say the same several times.
Xapian::Query without_copies(const Xapian::Query& query) {
    return {Xapian::Query::OP_AND_NOT, query, Xapian::Query(std::string(schema::repeat_term))};
}

}  // namespace

Ranking::Ranking(const SearchOptions& options, const Xapian::Query& asked,
                 const schema::Snapshot& snapshot)
    : snapshot_(snapshot), sort_(options.sort), keys_(keys_of(sort_)), query_(asked) {
    if (sort_ != Sort::relevance) return;
    const Xapian::Database& database = snapshot.database();
    if (options.expand)
        added_ = terms_to_add(best(without_copies(query_), feedback_articles), database);
    query_ = expanded(query_, added_);
    if (options.recency > 0)
        age_ = age_bonus(database, best(query_, 1).get_max_attained(), options.recency);
    if (age_) query_ = {Xapian::Query::OP_AND_MAYBE, query_, age_->query};
}

Xapian::Enquire Ranking::enquire_among(const Xapian::Query& filter) const {
    return enquire_for({Xapian::Query::OP_FILTER, query_, filter});
}

Xapian::Enquire Ranking::enquire_for(const Xapian::Query& query) const {
    constexpr bool descending = false;
    Xapian::Enquire enquire(snapshot_.database());
    enquire.set_query(snapshot_.live(query));
    enquire.set_weighting_scheme(InB2());
    if (sort_ == Sort::relevance)
        enquire.set_sort_by_relevance_then_value(order_slot, descending);
    else if (sort_ == Sort::newest)
        enquire.set_sort_by_value(order_slot, descending);
    else
        enquire.set_sort_by_key(keys_.get(), descending);
    return enquire;
}

Xapian::MSet Ranking::best(const Xapian::Query& query, Xapian::doccount count) const {
    return enquire_for(query).get_mset(0, count);
}

}  // namespace morgue::search
