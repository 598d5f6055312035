#pragma once

#include <morgue/diagnosis.hpp>

#include <schema/snapshot.hpp>
#include <search/query/tree.hpp>

namespace morgue::search {

/// Why no article answers the question. Call behind schema::guarded().
Diagnosis diagnose(const query::NodePtr& root, const schema::Snapshot& snapshot);

}  // namespace morgue::search
