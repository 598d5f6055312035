#include <schema/stored_article.hpp>
#include <search/verifier.hpp>

namespace morgue::search {

Verifier::Verifier(std::shared_ptr<const Placed> placed, std::size_t leaves,
                   std::shared_ptr<Reading> reading)
    : placed_(std::move(placed)),
      root_{Verified{placed_, nullptr}},
      matcher_(root_, leaves),
      reading_(std::move(reading)) {}

Verifier::Verdicts& Verifier::verdicts_of(const Xapian::Database& shard) {
    const auto [verdicts, is_new] = verdicts_.try_emplace(shard.get_uuid());
    if (is_new) verdicts->second.places = PlaceJudge::make(*placed_, shard);
    return verdicts->second;
}

bool Verifier::answers(const Xapian::Database& shard, Xapian::docid docid, Verdicts& verdicts,
                       bool unread) const {
    if (const auto known = verdicts.known.find(docid); known != verdicts.known.end())
        return known->second;
    if (verdicts.places && reading_->has_time())
        if (const Standing standing = verdicts.places->of(docid); standing != Standing::unsure)
            return standing == Standing::yes;
    if (!reading_->may_read()) return unread;
    const schema::StoredArticle stored = schema::decode(shard.get_document(docid).get_data());
    const bool satisfied = matcher_.match(stored.indexed.article, stored.lang, {}).satisfied;
    verdicts.known.emplace(docid, satisfied);
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
