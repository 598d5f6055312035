#include <schema/holdings.hpp>
#include <schema/slot.hpp>
#include <search/compiler.hpp>
#include <search/counting.hpp>
#include <search/exact_count.hpp>

namespace morgue::search {

namespace {

using schema::Slot;

std::string value_of(const Xapian::Document& document, Slot slot) {
    return document.get_value(static_cast<Xapian::valueno>(slot));
}

class DateSpy final : public Xapian::MatchSpy {
  public:
    void operator()(const Xapian::Document& document, double) override {
        if (const auto date = schema::date_in(value_of(document, Slot::order))) span_.add(*date);
    }
    const schema::DateSpan& span() const noexcept { return span_; }

  private:
    schema::DateSpan span_;
};

class CellSpy final : public Xapian::MatchSpy {
  public:
    CellSpy(schema::Cells& cells, Slot slot) : cells_(cells), slot_(slot) {}

    void operator()(const Xapian::Document& document, double) override {
        const std::string value = value_of(document, slot_);
        ++cells_[std::string(schema::cell_in(slot_, value))].hits;
    }

  private:
    schema::Cells& cells_;
    Slot slot_;
};

std::size_t count_seen(const Plan& plan, const schema::Snapshot& snapshot, Xapian::MatchSpy& spy) {
    return Counter(snapshot).count(compile_unweighted({&plan.root}, snapshot), &spy);
}

}  // namespace

Count count_with_dates(const Plan& plan, const schema::Snapshot& snapshot) {
    Count count;
    DateSpy spy;
    count.articles = count_seen(plan, snapshot, spy);
    if (spy.span().first()) count.first_date = to_string(*spy.span().first());
    if (spy.span().last()) count.last_date = to_string(*spy.span().last());
    return count;
}

Tally tally(const Plan& plan, const schema::Snapshot& snapshot, By by) {
    Tally tally;
    const Slot slot = schema::slot_of(by);
    schema::Cells cells = schema::held_cells(snapshot, slot);
    CellSpy spy(cells, slot);
    tally.hits = count_seen(plan, snapshot, spy);
    tally.held = snapshot.live_count();
    tally.rows = schema::rows_of(cells, by);
    return tally;
}

}  // namespace morgue::search
