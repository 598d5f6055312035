#pragma once

#include <glass/position_reader.hpp>

#include <xapian.h>

namespace morgue::search {

/// The first document from this one on that all of them have; 0 where there is none. Of each
/// `next(one, docid)` tells the first from a document on, or PositionReader::none. Fastest with the
/// rarest first.
template <typename All, typename Next>
Xapian::docid first_of_all(All& all, Xapian::docid docid, const Next& next) {
    for (auto one = all.begin(); one != all.end();) {
        const Xapian::docid found = next(*one, docid);
        if (found == glass::PositionReader::none) return 0;
        one = found == docid ? one + 1 : all.begin();
        docid = found;
    }
    return docid;
}

}  // namespace morgue::search
