#include <search/tested_postings.hpp>

namespace morgue::search {

void TestedPostings::init(const Xapian::Database& shard) {
    shard_ = shard;
    all_ = shard_.postlist_begin({});
    docid_ = 0;
    at_end_ = false;
}

bool TestedPostings::check(Xapian::docid docid, double) {
    docid_ = docid;
    return passes(docid);
}

void TestedPostings::skip_to(Xapian::docid docid, double) {
    const Xapian::PostingIterator end = shard_.postlist_end({});
    for (all_.skip_to(docid); all_ != end && !passes(*all_); ++all_) continue;
    at_end_ = all_ == end;
    if (!at_end_) docid_ = *all_;
}

}  // namespace morgue::search
