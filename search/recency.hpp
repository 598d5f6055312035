#pragma once

#include <optional>

#include <xapian.h>

namespace morgue::search {

/// What an article's age adds to its score.
struct AgeBonus {
    Xapian::Query query;  ///< of all dated articles
    double most;          ///< for the newest
};

/// It is
///   best/2 · 2^(-age/half_life)
/// where `best` is the best score without it. Ages are days before the newest stated date of all,
/// or before today where that lies in the future. Undated articles get nothing; nothing, where all
/// are.
std::optional<AgeBonus> age_bonus(const Xapian::Database& database, double best, double half_life);

}  // namespace morgue::search
