#include <search/compiler.hpp>
#include <search/counting.hpp>
#include <search/plan.hpp>

namespace morgue::search {

std::size_t Counter::count(const Xapian::Query& query, Xapian::MatchSpy* spy) const {
    Xapian::Enquire enquire(snapshot_.database());
    enquire.set_query(snapshot_.live(query));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (spy != nullptr) enquire.add_matchspy(spy);
    return enquire.get_mset(0, 0, snapshot_.database().get_doccount()).get_matches_lower_bound();
}

std::size_t Counter::count(const query::Node& root) const {
    const Plan plan = make_plan(root, snapshot_);
    return plan.refused ? 0 : count(compile_unweighted({&plan.root}, snapshot_));
}

bool Counter::any(const query::Node& root) const {
    const Plan plan = make_plan(root, snapshot_);
    if (plan.refused) return false;
    Xapian::Enquire enquire(snapshot_.database());
    enquire.set_query(snapshot_.live(compile_unweighted({&plan.root}, snapshot_)));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return !enquire.get_mset(0, 1).empty();
}

}  // namespace morgue::search
