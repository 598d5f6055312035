#include <schema/stored_article.hpp>
#include <search/verifier.hpp>

namespace morgue::search {

Verifier::Verifier(std::shared_ptr<const Placed> placed, std::size_t leaves,
                   std::shared_ptr<Reading> reading)
    : root_{Verified{std::move(placed), nullptr}},
      matcher_(root_, leaves),
      reading_(std::move(reading)) {}

bool Verifier::answers(const Xapian::Database& shard, Xapian::docid docid, Verdicts& verdicts,
                       bool unread) const {
    if (const auto known = verdicts.find(docid); known != verdicts.end()) return known->second;
    if (!reading_->may_read()) return unread;
    const schema::StoredArticle stored = schema::decode(shard.get_document(docid).get_data());
    const bool satisfied = matcher_.match(stored.indexed.article, stored.lang, {}).satisfied;
    verdicts.emplace(docid, satisfied);
    return satisfied;
}

void VerifiedPostings::init(const Xapian::Database& shard) {
    shard_ = shard;
    verdicts_ = &verifier_->verdicts_of(shard);
    all_ = shard_.postlist_begin({});
    docid_ = 0;
    at_end_ = false;
}

bool VerifiedPostings::answers(Xapian::docid docid) const {
    return verifier_->answers(shard_, docid, *verdicts_, unread_ == Unread::answers);
}

bool VerifiedPostings::check(Xapian::docid docid, double) {
    docid_ = docid;
    return answers(docid);
}

void VerifiedPostings::skip_to(Xapian::docid docid, double) {
    const Xapian::PostingIterator end = shard_.postlist_end({});
    for (all_.skip_to(docid); all_ != end && !answers(*all_); ++all_) continue;
    at_end_ = all_ == end;
    if (!at_end_) docid_ = *all_;
}

}  // namespace morgue::search
