#include <algorithm>
#include <chrono>
#include <cmath>

#include <schema/date.hpp>
#include <schema/slot.hpp>
#include <search/grid.hpp>
#include <search/recency.hpp>

namespace morgue::search {

namespace {

using Days = std::chrono::sys_days;

constexpr auto order_slot = static_cast<Xapian::valueno>(schema::Slot::order);
constexpr double most_of_best = 0.5;

std::optional<Days> day_in(const std::string& order_value) {
    const auto date = schema::date_in(order_value);
    if (!date) return std::nullopt;
    return Days(std::chrono::year(date->year) / date->month / date->day);
}

Days today() {
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

struct Ages {
    Days newest;
    double half_life;
    double most;
};

/// Every document, with what its date is worth. Xapian clones it for each shard.
class AgePostings final : public Xapian::ValuePostingSource {
  public:
    explicit AgePostings(const Ages& ages) : Xapian::ValuePostingSource(order_slot), ages_(ages) {}

    AgePostings* clone() const override { return new AgePostings(ages_); }
    std::string get_description() const override { return "recency"; }
    void init(const Xapian::Database& shard) override {
        Xapian::ValuePostingSource::init(shard);
        set_maxweight(on_grid(ages_.most));
    }
    double get_weight() const override {
        const auto day = day_in(get_value());
        if (!day) return 0;
        const double age = std::max<double>(0, (ages_.newest - *day).count());
        return on_grid(ages_.most * std::exp2(-age / ages_.half_life));
    }

  private:
    Ages ages_;
};

}  // namespace

std::optional<AgeBonus> age_bonus(const Xapian::Database& database, double best, double half_life) {
    const auto newest = day_in(database.get_value_lower_bound(order_slot));
    if (!newest) return std::nullopt;
    const Ages ages{std::min(*newest, today()), half_life, best * most_of_best};
    return AgeBonus{Xapian::Query((new AgePostings(ages))->release()), on_grid(ages.most)};
}

}  // namespace morgue::search
