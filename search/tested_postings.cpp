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
    docid = candidate(docid);
    while (docid != 0 && !passes(docid)) docid = candidate(docid + 1);
    at_end_ = docid == 0;
    if (!at_end_) docid_ = docid;
}

Xapian::docid TestedPostings::candidate(Xapian::docid docid) {
    all_.skip_to(docid);
    return all_ == shard_.postlist_end({}) ? 0 : *all_;
}

}  // namespace morgue::search
