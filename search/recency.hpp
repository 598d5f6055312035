#pragma once

#include <xapian.h>

namespace morgue::search {

/// The question, with what an article's age adds to its score:
///   best/2 · 2^(-age/half_life)
/// `best` is the best score without it. Ages are days before the newest stated date of all, or
/// before today where that lies in the future. Undated articles get nothing; what answers stays
/// the same.
Xapian::Query with_recency(const Xapian::Query& asked, const Xapian::Database& database,
                           double best, double half_life);

}  // namespace morgue::search
