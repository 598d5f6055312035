#include <schema/slot.hpp>
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

}  // namespace

Ranking::Ranking(Sort sort) : sort_(sort) {
    if (sort == Sort::oldest) keys_ = std::make_unique<OldestFirst>();
    if (sort == Sort::title) keys_ = by_title();
}

void Ranking::apply(Xapian::Enquire& enquire) const {
    constexpr bool descending = false;
    if (sort_ == Sort::relevance)
        enquire.set_sort_by_relevance_then_value(order_slot, descending);
    else if (sort_ == Sort::newest)
        enquire.set_sort_by_value(order_slot, descending);
    else
        enquire.set_sort_by_key(keys_.get(), descending);
}

}  // namespace morgue::search
