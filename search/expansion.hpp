#pragma once

#include <xapian.h>

namespace morgue::search {

/// So many of the best articles say what else belongs to the question.
inline constexpr Xapian::doccount feedback_articles = 5;

/// The question with the words that stand out in its best articles, which add to the score of an
/// article that answers and make none answer. A relevance model of the best articles
///   V. Lavrenko, W. B. Croft: Relevance-based language models. SIGIR 2001,
/// whose terms are weighted by how rare they are and added to the question as typed. Nothing is
/// added where no word is in two of them. docs/RANKING.md has the measurements.
Xapian::Query expanded(const Xapian::Query& asked, const Xapian::MSet& best,
                       const Xapian::Database& database);

}  // namespace morgue::search
