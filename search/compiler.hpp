#pragma once

#include <vector>

#include <xapian.h>

#include <search/plan.hpp>

namespace morgue::search {

/// The plan as a Xapian query. Dead documents are still among its answers: Snapshot::live().
Xapian::Query compile(const Plan& plan);

/// Articles that answer all of these parts of a plan, without weights.
Xapian::Query compile_unweighted(const std::vector<const PlanNode*>& parts);

}  // namespace morgue::search
