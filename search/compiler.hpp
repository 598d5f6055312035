#pragma once

#include <xapian.h>

#include <search/plan.hpp>

namespace morgue::search {

/// The plan as a Xapian query. Dead documents are still among its answers: Snapshot::live().
Xapian::Query compile(const Plan& plan);

}  // namespace morgue::search
