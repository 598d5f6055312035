#pragma once

#include <optional>

#include <morgue/explanation.hpp>

#include <schema/snapshot.hpp>

namespace morgue::search {

/// Searcher::explain. Call behind schema::guarded().
Explanation explain(const Query& query, const schema::Snapshot& snapshot,
                    const std::optional<ArticleId>& of);

}  // namespace morgue::search
