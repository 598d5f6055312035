#pragma once

#include <morgue/query.hpp>

#include <schema/snapshot.hpp>

namespace morgue::search {

/// Asks for any of the words that stand out in the article: often in it, title words more, and
/// rarely in others. Neither the article answers nor what nearly repeats it.
Query similar_to(const schema::StoredArticle& stored, const schema::Snapshot& snapshot);

}  // namespace morgue::search
