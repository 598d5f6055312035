#pragma once

#include <vector>

#include <xapian.h>

#include <search/plan.hpp>

namespace morgue::search {

/// The plan as a query of the snapshot that it was made for, which must outlive it. Dead documents
/// are still among its answers: Snapshot::live().
Xapian::Query compile(const Plan& plan, const schema::Snapshot& snapshot);

/// Articles that answer all of these parts of a plan, without weights.
Xapian::Query compile_unweighted(const std::vector<const PlanNode*>& parts,
                                 const schema::Snapshot& snapshot);

}  // namespace morgue::search
